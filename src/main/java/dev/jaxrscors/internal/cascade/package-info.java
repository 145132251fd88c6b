/**
 * Declarations of a policy added up, nearest first, and where each member comes from: the same sum
 * for annotations, for what a compiler sees of them, for keys of configuration and for code.
 */
@NullMarked
package dev.jaxrscors.internal.cascade;

import org.jspecify.annotations.NullMarked;
