package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.deploy.Deployed;
import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Redeployment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is deployed, as a resource finds it that reports it. */
class DeployedPoliciesTest {

  private static final ExceptionMapper<RuntimeException> OTHER = e -> Response.ok().build();

  private final Redeployment redeployment = Deployed.again(Map.of(), List.of());
  private final DeployedPolicies deployed = new DeployedPolicies(redeployment);

  private static Providers providers(
      @Nullable ContextResolver<HostDeployments> resolver, @Nullable ExceptionMapper<?> mapper) {
    return Fakes.fake(
        Providers.class,
        Map.of(
            "getContextResolver", arguments -> resolver,
            "getExceptionMapper", arguments -> mapper));
  }

  @Test
  void it_is_what_is_in_force() {
    assertThat(DeployedPolicies.in(providers(deployed, null))).contains(redeployment.inForce());
  }

  @Test
  void where_no_feature_registers_a_resolver_it_is_found_by_a_mapper() {
    assertThat(DeployedPolicies.in(providers(null, deployed))).contains(redeployment.inForce());
    assertThat(DeployedPolicies.in(providers(type -> null, deployed)))
        .contains(redeployment.inForce());
  }

  @Test
  void where_the_library_is_not_active_nothing_is_deployed() {
    assertThat(DeployedPolicies.in(providers(null, null))).isEmpty();
    assertThat(DeployedPolicies.in(providers(null, OTHER))).isEmpty();
  }
}
