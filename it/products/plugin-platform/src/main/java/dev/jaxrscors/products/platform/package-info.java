/** A platform that others add resources to, and that administrators configure while it runs. */
@NullMarked
package dev.jaxrscors.products.platform;

import org.jspecify.annotations.NullMarked;
