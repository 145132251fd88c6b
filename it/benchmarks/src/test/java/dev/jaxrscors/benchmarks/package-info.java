/** Guards what the benchmarks have won: allocation and the growth of work, but no times. */
@NullMarked
package dev.jaxrscors.benchmarks;

import org.jspecify.annotations.NullMarked;
