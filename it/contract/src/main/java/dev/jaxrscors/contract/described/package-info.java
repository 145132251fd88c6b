/** An application whose operations MicroProfile OpenAPI describes. */
@NullMarked
package dev.jaxrscors.contract.described;

import org.jspecify.annotations.NullMarked;
