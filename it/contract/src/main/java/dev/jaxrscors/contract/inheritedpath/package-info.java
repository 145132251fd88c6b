/** An application whose resources inherit their paths. */
@NullMarked
package dev.jaxrscors.contract.inheritedpath;

import org.jspecify.annotations.NullMarked;
