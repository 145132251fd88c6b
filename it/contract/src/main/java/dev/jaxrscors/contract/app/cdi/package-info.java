/** Resources of the example application that are beans, for servers that have them. */
@NullMarked
package dev.jaxrscors.contract.app.cdi;

import org.jspecify.annotations.NullMarked;
