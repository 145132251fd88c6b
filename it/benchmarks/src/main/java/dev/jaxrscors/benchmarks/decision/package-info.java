/**
 * What one decision costs by itself, without Jakarta REST: the lines of a request in, a verdict
 * out. Reading the lines is part of it.
 *
 * <p>The cases have the names and the origins of <a
 * href="https://github.com/jub0bs/cors-benchmarks">jub0bs/cors-benchmarks</a>.
 */
@NullMarked
package dev.jaxrscors.benchmarks.decision;

import org.jspecify.annotations.NullMarked;
