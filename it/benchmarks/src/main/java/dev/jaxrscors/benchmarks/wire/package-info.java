/** What a request costs a real server, asked over the loopback interface by a load generator. */
@NullMarked
package dev.jaxrscors.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
