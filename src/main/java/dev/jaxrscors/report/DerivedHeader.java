package dev.jaxrscors.report;

/**
 * A request header that is allowed because of what a resource declares.
 *
 * @param name its name
 * @param because why, as a clause
 */
record DerivedHeader(String name, String because) {}
