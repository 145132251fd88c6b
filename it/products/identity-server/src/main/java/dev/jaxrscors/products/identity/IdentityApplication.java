package dev.jaxrscors.products.identity;

import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The singletons of all realms. */
final class IdentityApplication extends Application {

  private final Set<Object> singletons;
  private final Map<String, Object> properties;

  /**
   * Puts it together.
   *
   * @param settings what operators set, {@code cors.*} keys among it
   */
  IdentityApplication(DataSource database, URI address, Map<String, String> settings) {
    Realms realms = new Realms(database);
    Tokens tokens = new Tokens(address);
    Grants grants = new Grants(tokens);
    this.singletons =
        Set.of(
            new ConfigurationEndpoint(realms, tokens),
            new CertsEndpoint(realms, tokens),
            new AuthorizationEndpoint(realms, new Accounts(database), grants, tokens),
            new TokenEndpoint(realms, grants),
            new UserInfoEndpoint(realms, tokens),
            new FormReader());
    this.properties = new HashMap<>(settings);
    properties.put(CorsSetup.PROPERTY, CrossOrigin.setup(realms, tokens));
  }

  // Deprecated in favour of scanning, by which an endpoint could be given nothing.
  @SuppressWarnings("deprecation")
  @Override
  public Set<Object> getSingletons() {
    return singletons;
  }

  @Override
  public Map<String, Object> getProperties() {
    return properties;
  }
}
