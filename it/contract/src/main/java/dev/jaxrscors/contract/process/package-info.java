/**
 * Real servers as processes: what one must be told of a server is its {@link ServerDescriptor},
 * everything else is the same for all.
 */
@NullMarked
package dev.jaxrscors.contract.process;

import org.jspecify.annotations.NullMarked;
