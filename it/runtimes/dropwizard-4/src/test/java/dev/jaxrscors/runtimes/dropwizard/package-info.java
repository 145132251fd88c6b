/** Dropwizard. */
@NullMarked
package dev.jaxrscors.runtimes.dropwizard;

import org.jspecify.annotations.NullMarked;
