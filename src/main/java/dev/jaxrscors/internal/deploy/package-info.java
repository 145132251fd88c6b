/**
 * One application, when it is deployed: which policy applies to which method, every mistake and
 * every hint. It knows classes, and never requests.
 */
@NullMarked
package dev.jaxrscors.internal.deploy;

import org.jspecify.annotations.NullMarked;
