/**
 * What became of requests, and of changes while they run, for code that listens: {@link
 * dev.jaxrscors.event.CorsListener}.
 */
@NullMarked
package dev.jaxrscors.event;

import org.jspecify.annotations.NullMarked;
