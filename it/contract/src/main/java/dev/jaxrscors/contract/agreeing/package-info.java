/** An application whose resources are all for the same pages. */
@NullMarked
package dev.jaxrscors.contract.agreeing;

import org.jspecify.annotations.NullMarked;
