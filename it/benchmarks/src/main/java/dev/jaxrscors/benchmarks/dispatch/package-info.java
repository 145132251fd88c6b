/** What a request costs in a whole runtime, without a socket. */
@NullMarked
package dev.jaxrscors.benchmarks.dispatch;

import org.jspecify.annotations.NullMarked;
