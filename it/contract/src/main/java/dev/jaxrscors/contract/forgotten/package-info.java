/** An application that must not reach production as it is. */
@NullMarked
package dev.jaxrscors.contract.forgotten;

import org.jspecify.annotations.NullMarked;
