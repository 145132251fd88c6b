/**
 * The words of the <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>,
 * one type for each: origins, methods, header names and lists of them. Nothing here knows what a
 * policy allows, or that Jakarta REST exists.
 */
@NullMarked
package dev.jaxrscors.fetch;

import org.jspecify.annotations.NullMarked;
