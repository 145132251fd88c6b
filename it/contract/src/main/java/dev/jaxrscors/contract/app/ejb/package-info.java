/** Resources of the example application that are beans, for servers that have them. */
@NullMarked
package dev.jaxrscors.contract.app.ejb;

import org.jspecify.annotations.NullMarked;
