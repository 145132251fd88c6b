package dev.jaxrscors.products.identity;

/**
 * A user who has logged in to a client.
 *
 * @param realm the realm of both
 * @param clientId the client
 * @param user the name of the user
 * @param nonce what the client wants to find in its token; empty if it did not ask
 */
record Login(String realm, String clientId, String user, String nonce) {

  boolean isOf(String otherRealm, Client client) {
    return realm.equals(otherRealm) && clientId.equals(client.id());
  }
}
