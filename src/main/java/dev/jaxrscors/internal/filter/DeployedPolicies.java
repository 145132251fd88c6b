package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Redeployment;
import jakarta.ws.rs.ext.ContextResolver;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is deployed to a resource that reports it, through {@code Providers}.
 *
 * <p>It is public because runtimes call it; it is no API.
 */
public final class DeployedPolicies implements ContextResolver<HostDeployments> {

  private final Redeployment redeployment;

  DeployedPolicies(Redeployment redeployment) {
    this.redeployment = redeployment;
  }

  @Override
  public HostDeployments getContext(@Nullable Class<?> type) {
    return redeployment.inForce();
  }
}
