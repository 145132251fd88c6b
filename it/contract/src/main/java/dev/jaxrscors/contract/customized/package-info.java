/** An application that lists nothing, and has a property: its class has a method. */
@NullMarked
package dev.jaxrscors.contract.customized;

import org.jspecify.annotations.NullMarked;
