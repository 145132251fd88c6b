/** An identity server: realms, their clients, and pages of other origins that log in. */
@NullMarked
package dev.jaxrscors.products.identity;

import org.jspecify.annotations.NullMarked;
