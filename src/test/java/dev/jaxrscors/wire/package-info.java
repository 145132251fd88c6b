/**
 * What goes over the wire: a real server on a loopback socket, and requests written byte by byte.
 * These tests run one after the other, since resources count their calls in one place.
 */
@NullMarked
package dev.jaxrscors.wire;

import org.jspecify.annotations.NullMarked;
