/** Where results are kept, and where and when they were measured. */
@NullMarked
package dev.jaxrscors.benchmarks.results;

import org.jspecify.annotations.NullMarked;
