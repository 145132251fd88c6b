/**
 * Reads {@code @CorsPolicy} while sources are compiled, and says of each mistake what the
 * deployment would say, on the value that is wrong. What is wrong is decided by {@link
 * dev.jaxrscors.policy}; here is only what walks the sources.
 */
@NullMarked
package dev.jaxrscors.processor;

import org.jspecify.annotations.NullMarked;
