/** An application whose tenants say themselves, in a database, which origins may call it. */
@NullMarked
package dev.jaxrscors.tenants;

import org.jspecify.annotations.NullMarked;
