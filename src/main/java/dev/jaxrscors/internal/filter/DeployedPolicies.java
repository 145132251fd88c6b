package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Redeployment;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is deployed to a resource that reports it, through {@code Providers}.
 *
 * <p>It is a context resolver, which is what the specification has for that; and a mapper of an
 * exception that nobody throws, because Quarkus REST takes no resolver from a feature.
 *
 * <p>It is public because runtimes call it; it is no API.
 */
public final class DeployedPolicies
    implements ContextResolver<HostDeployments>, ExceptionMapper<DeployedPolicies.Wanted> {

  private final Redeployment redeployment;

  DeployedPolicies(Redeployment redeployment) {
    this.redeployment = redeployment;
  }

  /** Nobody throws it: it is what the mapper is looked up by. */
  static final class Wanted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Wanted() {}
  }

  /** Returns what is deployed; nothing where the library is not active. */
  public static Optional<HostDeployments> in(Providers providers) {
    ContextResolver<HostDeployments> resolver =
        providers.getContextResolver(HostDeployments.class, MediaType.WILDCARD_TYPE);
    return Optional.ofNullable(resolver)
        .map(r -> r.getContext(HostDeployments.class))
        .or(() -> mapped(providers));
  }

  private static Optional<HostDeployments> mapped(Providers providers) {
    return providers.getExceptionMapper(Wanted.class) instanceof DeployedPolicies deployed
        ? Optional.of(deployed.getContext(HostDeployments.class))
        : Optional.empty();
  }

  @Override
  public HostDeployments getContext(@Nullable Class<?> type) {
    return redeployment.inForce();
  }

  @Override
  public Response toResponse(Wanted never) {
    return Response.serverError().build();
  }
}
