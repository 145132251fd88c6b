/**
 * A class as Jakarta REST sees it, by reflection: its methods and paths, its annotations, and the
 * request headers that it reads.
 */
@NullMarked
package dev.jaxrscors.internal.resource;

import org.jspecify.annotations.NullMarked;
