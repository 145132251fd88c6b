/**
 * The words of the <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>,
 * one type for each: origins, methods, header names and lists of them. Nothing here knows what a
 * policy allows, or that Jakarta REST exists.
 *
 * <p>An origin is read by the grammar of its scheme: behind {@code https} and its like a domain or
 * an address, behind any other the opaque host of an extension or an application. What a developer
 * writes is explained when it is wrong, what a request holds never is; either is bounded.
 */
@NullMarked
package dev.jaxrscors.fetch;

import org.jspecify.annotations.NullMarked;
