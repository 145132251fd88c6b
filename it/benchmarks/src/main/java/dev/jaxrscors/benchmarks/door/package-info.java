/** What a servlet filter for CORS adds to a request, beside the filters that servers bring. */
@NullMarked
package dev.jaxrscors.benchmarks.door;

import org.jspecify.annotations.NullMarked;
