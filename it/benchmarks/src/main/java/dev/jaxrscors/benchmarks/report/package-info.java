/** The tables that are made of the results. */
@NullMarked
package dev.jaxrscors.benchmarks.report;

import org.jspecify.annotations.NullMarked;
