/** An application that shares responses, and maps exceptions of its own. */
@NullMarked
package dev.jaxrscors.contract.layers;

import org.jspecify.annotations.NullMarked;
