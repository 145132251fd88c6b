/** An application whose origins are all in configuration. */
@NullMarked
package dev.jaxrscors.contract.configured;

import org.jspecify.annotations.NullMarked;
