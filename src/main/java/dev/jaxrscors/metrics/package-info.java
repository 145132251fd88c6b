/** Numbers for Micrometer. Nothing else in the library needs it. */
@NullMarked
package dev.jaxrscors.metrics;

import org.jspecify.annotations.NullMarked;
