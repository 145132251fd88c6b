/**
 * CORS for Jakarta REST: annotate a resource with {@link dev.jaxrscors.CorsPolicy}, and browsers
 * may call it. What is not public API here is the adapter between the runtime's filters and {@code
 * dev.jaxrscors.protocol}.
 */
@NullMarked
package dev.jaxrscors;

import org.jspecify.annotations.NullMarked;
