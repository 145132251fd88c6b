/** What a product's front end is served by. */
@NullMarked
package dev.jaxrscors.browsers.pages;

import org.jspecify.annotations.NullMarked;
