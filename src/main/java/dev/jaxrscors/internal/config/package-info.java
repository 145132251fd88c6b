/**
 * Reads what operations may set without a build: the {@code cors.*} keys, and the placeholders in
 * annotations. The guide to both is with the package {@code dev.jaxrscors}.
 */
@NullMarked
package dev.jaxrscors.internal.config;

import org.jspecify.annotations.NullMarked;
