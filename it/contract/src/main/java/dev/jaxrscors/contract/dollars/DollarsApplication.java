package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.contract.app.AuthenticationFilter;
import dev.jaxrscors.contract.app.CallsTaken;
import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** An application that lists these classes. */
@ApplicationPath("api")
public class DollarsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        Vault$Proxy$_$$_WeldClientProxy.class,
        Vault$Proxy$_$$_WeldSubclass.class,
        Vault$$OwbNormalScopeProxy0.class,
        Vault$$LocalBeanProxy.class,
        Vault$$EnhancerBySpringCGLIB$$1.class,
        Status$$anon$1.class,
        AuthenticationFilter.class,
        CallsTaken.class,
        CorsFeature.class);
  }
}
