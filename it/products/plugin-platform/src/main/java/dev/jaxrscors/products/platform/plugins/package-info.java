/** What others have added. Nothing here knows of CORS. */
@NullMarked
package dev.jaxrscors.products.platform.plugins;

import org.jspecify.annotations.NullMarked;
