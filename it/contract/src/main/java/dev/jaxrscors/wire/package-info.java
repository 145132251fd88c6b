/**
 * The conformance cases, run against any application: the cases, the resources they talk to and the
 * browser's conclusions are those of the library's own tests.
 */
@NullMarked
package dev.jaxrscors.wire;

import org.jspecify.annotations.NullMarked;
