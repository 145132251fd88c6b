/** An application that lists nothing: the server finds resources, providers and beans by itself. */
@NullMarked
package dev.jaxrscors.contract.scanned;

import org.jspecify.annotations.NullMarked;
