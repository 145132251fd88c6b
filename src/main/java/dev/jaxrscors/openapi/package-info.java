/**
 * The door to MicroProfile OpenAPI: a filter of its documents that says at each operation which
 * pages may call it. Nothing else in the library needs it.
 */
@NullMarked
package dev.jaxrscors.openapi;

import org.jspecify.annotations.NullMarked;
