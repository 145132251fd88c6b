/**
 * One request on its way through the filters: marked, delegated, answered, finished, and its line
 * in the log.
 */
@NullMarked
package dev.jaxrscors.internal.filter;

import org.jspecify.annotations.NullMarked;
