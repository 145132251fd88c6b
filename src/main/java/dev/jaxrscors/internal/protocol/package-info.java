/**
 * The flow of one request as pure functions: what a request says, what a policy answers, which
 * header fields that makes. Nothing here sends or reads a response; the adapter above does.
 */
@NullMarked
package dev.jaxrscors.internal.protocol;

import org.jspecify.annotations.NullMarked;
