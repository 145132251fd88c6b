/**
 * What operations may set without a build: the {@code cors.*} keys, and the placeholders in
 * annotations. It reads MicroProfile Config where there is one, and properties and environment
 * elsewhere.
 */
@NullMarked
package dev.jaxrscors.config;

import org.jspecify.annotations.NullMarked;
