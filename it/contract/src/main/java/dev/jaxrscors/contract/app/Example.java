package dev.jaxrscors.contract.app;

import dev.jaxrscors.rest.CorsFeature;
import java.util.Set;

/** The classes of the example application, for those who list them. */
public final class Example {

  /** Every resource and provider, the library's feature included. */
  public static final Set<Class<?>> CLASSES =
      Set.of(
          CorsFeature.class,
          Deployment.class,
          ByHand.class,
          CallsTaken.class,
          Ping.class,
          AuthenticationFilter.class,
          GateFilter.class,
          CountingReader.class,
          SoldOutMapper.class,
          Guarded.class,
          Orders.class,
          Targets.class,
          Shops.class,
          Inheriting.class,
          Implementing.class,
          Errors.class,
          Policies.class,
          Narrow.class,
          Vault_Subclass.class,
          Vault_ClientProxy.class,
          __EJB31_Generated__Vault__Intf____Bean__.class,
          Vault$Proxy$WeldClientProxy.class,
          Status$anon$1.class,
          Told.class,
          Realms.class,
          RequestKeeper.class,
          Withheld.class);

  private Example() {}
}
