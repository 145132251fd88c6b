package dev.jaxrscors.products.identity;

/**
 * What an access token says, once it is verified.
 *
 * @param user the name of the user, or of a client that acts for itself
 * @param webOrigins the origins of the pages of the client that it was issued to
 */
record AccessToken(String user, WebOrigins webOrigins) {}
