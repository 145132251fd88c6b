/**
 * The browser on paper against the browsers: both get the same exchanges, byte by byte, and must
 * send and conclude the same.
 */
@NullMarked
package dev.jaxrscors.browsers.differential;

import org.jspecify.annotations.NullMarked;
