/**
 * A browser on paper: what the <a href="https://fetch.spec.whatwg.org/">Fetch standard</a> says a
 * browser does with a page's requests to another origin, for tests of servers. Start at {@link
 * dev.jaxrscors.testing.Browser}; what it says of a request is checked with {@link
 * dev.jaxrscors.testing.CorsAssertions}.
 */
@NullMarked
package dev.jaxrscors.testing;

import org.jspecify.annotations.NullMarked;
