/**
 * What goes over the wire: requests written byte by byte, replies read line by line, and the
 * conformance cases. The library's own tests and the contract that servers are held to are both
 * compiled with this. Tests run one after the other, since resources count their calls in one
 * place.
 */
@NullMarked
package dev.jaxrscors.wire;

import org.jspecify.annotations.NullMarked;
