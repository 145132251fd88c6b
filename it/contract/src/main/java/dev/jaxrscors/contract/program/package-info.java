/** An application that lists its classes, for servers that are compiled together with it. */
@NullMarked
package dev.jaxrscors.contract.program;

import org.jspecify.annotations.NullMarked;
