/**
 * The demo, called by pages in real browsers: each interface holds some tests, and the test of each
 * engine runs them all.
 */
@NullMarked
package dev.jaxrscors.browsers;

import org.jspecify.annotations.NullMarked;
