/**
 * The door to Jakarta REST: the feature that an application registers, what it sets up, and what
 * its own filters may ask.
 */
@NullMarked
package dev.jaxrscors.rest;

import org.jspecify.annotations.NullMarked;
