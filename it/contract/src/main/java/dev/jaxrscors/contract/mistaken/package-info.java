/** An application with a mistake in each of two resources, which is not to be deployed. */
@NullMarked
package dev.jaxrscors.contract.mistaken;

import org.jspecify.annotations.NullMarked;
