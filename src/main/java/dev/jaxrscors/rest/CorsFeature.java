package dev.jaxrscors.rest;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.ApplicationProperties;
import dev.jaxrscors.internal.deploy.AuthenticationSearch;
import dev.jaxrscors.internal.deploy.Deployer;
import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.deploy.RunningDeployments;
import dev.jaxrscors.internal.deploy.WrittenApplication;
import dev.jaxrscors.internal.filter.CorsFilters;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.PathTemplate;
import dev.jaxrscors.internal.runtime.BuiltResources;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.internal.runtime.QuarkusRest;
import dev.jaxrscors.internal.runtime.RestEasyScan;
import dev.jaxrscors.policy.InvalidPolicyException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the library to work in an application: {@link CorsPolicy} has an effect wherever this
 * feature is registered.
 *
 * <p>Runtimes that scan for providers, or read {@code META-INF/services}, find it by themselves.
 * Elsewhere, list the class among the application's classes. It holds no state: policies in code
 * belong into a {@link CorsSetup}.
 *
 * <p>It stops the deployment with an {@link dev.jaxrscors.policy.InvalidPolicyException} when a
 * policy is wrong.
 *
 * <p>It is not thread-safe: a runtime makes one for each deployment, and configures it in one
 * thread.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public final class CorsFeature implements Feature {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private @Nullable Application application;

  /** Makes the feature; called by the runtime. */
  public CorsFeature() {}

  // It is tempting to have the field injected instead; but Quarkus REST makes such a field an
  // injection point of CDI, and then knows two applications: the user's, and one it produces.
  /**
   * Takes the application; called by the runtime.
   *
   * @param application the application
   */
  @Context
  public void setApplication(Application application) {
    this.application = application;
  }

  @Override
  public boolean configure(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    if (CorsFilters.areIn(configuration) || isOfClient(configuration)) {
      return false;
    }
    if (QuarkusRest.configures(context)) {
      QuarkusRest.application().ifPresent(this::setApplication);
    }
    Set<Class<?>> components = components(context);
    return new CorsFilters(deployed(configuration, components), components).configure(context);
  }

  /** Clients read {@code META-INF/services} too, and some do not heed what a feature is for. */
  private static boolean isOfClient(Configuration configuration) {
    return configuration.getRuntimeType() == RuntimeType.CLIENT;
  }

  /** Some servers keep to themselves why a deployment failed, so the log says it in any case. */
  private Redeployment deployed(Configuration configuration, Set<Class<?>> components) {
    try {
      ApplicationProperties properties =
          ApplicationProperties.of(written(), configuration.getProperties());
      Optional<Class<?>> written = written().type();
      Deployer deployer =
          new Deployer(
              setup(properties.now()).setup(),
              written,
              components,
              () -> Deployer.configuration(properties::now),
              new AuthenticationSearch(configuration, components, written().listed(), written));
      HostDeployments deployments = deployer.deploy();
      deployments.listed(builtPaths(configuration));
      Redeployment redeployment = new Redeployment(deployer, deployments);
      RunningDeployments.add(redeployment);
      return redeployment;
    } catch (InvalidPolicyException e) {
      LOGGER.log(Level.ERROR, "CORS policies stop the deployment: {0}", e.getMessage());
      throw e;
    }
  }

  private WrittenApplication written() {
    return WrittenApplication.in(application);
  }

  private static Set<String> builtPaths(Configuration configuration) {
    return BuiltResources.paths(configuration).stream()
        .map(PathTemplate::join)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static CorsSetup setup(Map<String, Object> properties) {
    return properties.get(CorsSetup.PROPERTY) instanceof CorsSetup setup
        ? setup
        : CdiBeans.find(CorsSetup.class).orElseGet(() -> CorsSetup.builder().build());
  }

  private Set<Class<?>> components(FeatureContext context) {
    Set<Class<?>> components = AuthenticationSearch.registered(context.getConfiguration());
    Set<Class<?>> listed = written().listed();
    components.addAll(listed);
    components.addAll(RestEasyScan.classes(context, listed));
    if (QuarkusRest.configures(context)) {
      CdiBeans.classes().stream()
          .filter(type -> !type.isInterface() && ClassMethods.isRoot(type))
          .forEach(components::add);
    }
    components.remove(CorsFeature.class);
    return components;
  }
}
