/** What the library costs: the commands. */
@NullMarked
package dev.jaxrscors.benchmarks;

import org.jspecify.annotations.NullMarked;
