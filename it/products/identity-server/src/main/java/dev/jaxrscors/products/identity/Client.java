package dev.jaxrscors.products.identity;

import java.util.Set;

/**
 * A program that users of a realm log in to.
 *
 * @param id its name in the realm
 * @param redirectUris where its users may be sent with a code
 * @param webOrigins the origins of its pages
 * @param secretHash a hash of the secret that a server of it knows; empty for one that is public
 */
record Client(String id, Set<String> redirectUris, WebOrigins webOrigins, String secretHash) {

  boolean isPublic() {
    return secretHash.isEmpty();
  }

  boolean hasSecret(String secret) {
    return !isPublic() && Secrets.matches(secret, secretHash);
  }
}
