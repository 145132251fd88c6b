/** The browser on paper, judged rule by rule through what it sends and concludes. */
@NullMarked
package dev.jaxrscors.browser;

import org.jspecify.annotations.NullMarked;
