/** An application that lists every class it wants. */
@NullMarked
package dev.jaxrscors.contract.listed;

import org.jspecify.annotations.NullMarked;
