/**
 * The door to what is not Jakarta REST: servlets, static files, and the pages that the container
 * makes up itself. Needs the servlet API, and nothing else of this library needs it.
 */
@NullMarked
package dev.jaxrscors.servlet;

import org.jspecify.annotations.NullMarked;
