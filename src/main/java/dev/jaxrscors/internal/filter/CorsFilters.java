package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.runtime.Cxf;
import dev.jaxrscors.internal.runtime.QuarkusRest;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;

/**
 * Registers the filters of one application.
 *
 * <p>It is tempting to register classes, and to leave the deployments to them as a property; but on
 * CXF a filter sees no property that a feature has set.
 */
public final class CorsFilters implements Feature {

  private final HostDeployments deployments;
  private final Set<Class<?>> components;

  /** Makes the feature. */
  public CorsFilters(HostDeployments deployments, Set<Class<?>> components) {
    this.deployments = deployments;
    this.components = components;
  }

  /** Reports whether the filters are registered. */
  public static boolean areIn(Configuration configuration) {
    return configuration.isRegistered(MarkFilter.class);
  }

  @Override
  public boolean configure(FeatureContext context) {
    ServedApplication served = new ServedApplication(deployments);
    WriterGuard guard = new WriterGuard();
    AnswerFilter answer = new AnswerFilter(served);
    FinishFilter finish = new FinishFilter(served, guard);
    context.register(new MarkFilter(served));
    if (QuarkusRest.configures(context)) {
      // It keeps no record of what a feature registers: it takes all of it, or does not start.
      context
          .register(new DelegateFilter(served, () -> true))
          .register(new QuarkusRestFilter(answer, finish));
    } else {
      ContainerRequestFilter answering = Cxf.configures(context) ? new CxfFilter(answer) : answer;
      Configuration configuration = context.getConfiguration();
      context
          .register(
              new DelegateFilter(served, () -> configuration.isRegistered(answering.getClass())))
          .register(answering)
          .register(finish)
          .register(new AnnouncedResources(deployments, guard))
          .register(new DeployedPolicies(deployments));
      guard.registerBeside(components, context);
    }
    if (deployments.mapUnhandledExceptions()) {
      UnhandledExceptionMapper.register(context, components);
    }
    return true;
  }
}
