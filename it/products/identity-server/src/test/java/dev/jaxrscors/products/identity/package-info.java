/** What users of identity servers complain of, as far as it is CORS. */
@NullMarked
package dev.jaxrscors.products.identity;

import org.jspecify.annotations.NullMarked;
