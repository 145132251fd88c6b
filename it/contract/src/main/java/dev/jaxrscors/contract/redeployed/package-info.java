/** An application that is deployed again and again, and has everything that could hold it back. */
@NullMarked
package dev.jaxrscors.contract.redeployed;

import org.jspecify.annotations.NullMarked;
