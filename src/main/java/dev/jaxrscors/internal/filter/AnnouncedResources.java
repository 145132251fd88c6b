package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.HostDeployments;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Checks each resource method when the application is deployed, so that a wrong policy stops the
 * deployment rather than a user.
 *
 * <p>It binds no filter: some runtimes announce the targets of locators late, or never. It is
 * public because runtimes call it; it is no API.
 */
public final class AnnouncedResources implements DynamicFeature {

  private final HostDeployments deployments;
  private final WriterGuard guard;

  AnnouncedResources(HostDeployments deployments, WriterGuard guard) {
    this.deployments = deployments;
    this.guard = guard;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (resource.getResourceClass() != null && resource.getResourceMethod() != null) {
      deployments.announce(resource.getResourceClass(), resource.getResourceMethod());
      guard.registerWhereNeeded(context);
    }
  }
}
