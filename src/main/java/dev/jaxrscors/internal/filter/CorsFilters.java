package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.runtime.Cxf;
import dev.jaxrscors.internal.runtime.QuarkusRest;
import dev.jaxrscors.internal.runtime.RemoteAddress;
import dev.jaxrscors.internal.runtime.ServletFields;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Registers the filters of one application.
 *
 * <p>It is tempting to register classes, and to leave the deployments to them as a property; but on
 * CXF a filter sees no property that a feature has set.
 */
public final class CorsFilters implements Feature {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Redeployment redeployment;
  private final Set<Class<?>> components;

  public CorsFilters(Redeployment redeployment, Set<Class<?>> components) {
    this.redeployment = redeployment;
    this.components = components;
  }

  public static boolean areIn(Configuration configuration) {
    return configuration.isRegistered(MarkFilter.class);
  }

  @Override
  public boolean configure(FeatureContext context) {
    HostDeployments deployments = redeployment.inForce();
    if (deployments.isOff()) {
      LOGGER.log(Level.INFO, "CORS is switched off: no policy of the application is in force.");
      if (!deployments.mayChange()) {
        checkOnly(context);
        return true;
      }
    }
    DoorFinder.addApplication();
    ServedApplication served = new ServedApplication(redeployment, RemoteAddress.in(context));
    WriterGuard guard = new WriterGuard();
    AnswerFilter answer = new AnswerFilter(served);
    FinishFilter finish =
        new FinishFilter(served, guard, new Underneath(ServletFields.in(context)));
    context.register(new MarkFilter(served));
    if (QuarkusRest.configures(context)) {
      // It keeps no record of what a feature registers: it takes all of it, or does not start.
      context
          .register(new DelegateFilter(served, () -> true))
          .register(new QuarkusRestFilter(answer, finish))
          .register(new DeployedPolicies(redeployment));
    } else {
      ContainerRequestFilter answering = Cxf.configures(context) ? new CxfFilter(answer) : answer;
      Configuration configuration = context.getConfiguration();
      context
          .register(
              new DelegateFilter(served, () -> configuration.isRegistered(answering.getClass())))
          .register(answering)
          .register(finish)
          .register(new AnnouncedResources(redeployment, guard))
          .register(new DeployedPolicies(redeployment));
      guard.registerBeside(components, context);
    }
    if (deployments.mapsUnhandledExceptions()) {
      UnhandledExceptionMapper.register(context, components);
    }
    return true;
  }

  /** What is switched off adds nothing, and answers nothing; its policies are checked. */
  private void checkOnly(FeatureContext context) {
    if (!QuarkusRest.configures(context)) {
      context.register(new AnnouncedResources(redeployment, new WriterGuard()));
    }
  }
}
