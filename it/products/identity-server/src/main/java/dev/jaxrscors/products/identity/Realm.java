package dev.jaxrscors.products.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clients and users that have nothing to do with those of another realm. */
final class Realm {

  /** What is not there. */
  static final Realm NONE = new Realm(List.of());

  private final Map<String, Client> clients;
  private final WebOrigins webOrigins;

  Realm(Collection<Client> clients) {
    this.clients = clients.stream().collect(Collectors.toMap(Client::id, Function.identity()));
    this.webOrigins = WebOrigins.union(clients.stream().map(Client::webOrigins).toList());
  }

  /** Reports whether it is there: one without a client is good for nothing. */
  boolean exists() {
    return !clients.isEmpty();
  }

  Optional<Client> client(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  /** Returns the origins that at least one of the clients has. */
  WebOrigins webOrigins() {
    return webOrigins;
  }
}
