package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Redeployment;
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

  private final Redeployment redeployment;
  private final WriterGuard guard;

  AnnouncedResources(Redeployment redeployment, WriterGuard guard) {
    this.redeployment = redeployment;
    this.guard = guard;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (resource.getResourceClass() != null && resource.getResourceMethod() != null) {
      redeployment.inForce().announce(resource.getResourceClass(), resource.getResourceMethod());
      guard.registerWhereNeeded(context);
    }
  }
}
