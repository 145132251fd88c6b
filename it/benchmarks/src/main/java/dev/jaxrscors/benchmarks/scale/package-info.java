/** What grows with what, and what must not: origins, resource methods. */
@NullMarked
package dev.jaxrscors.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
