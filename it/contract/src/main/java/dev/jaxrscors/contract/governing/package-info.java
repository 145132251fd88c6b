/** An application with a policy of its own that lists nothing. */
@NullMarked
package dev.jaxrscors.contract.governing;

import org.jspecify.annotations.NullMarked;
