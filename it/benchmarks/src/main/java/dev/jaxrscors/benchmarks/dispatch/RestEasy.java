package dev.jaxrscors.benchmarks.dispatch;

import dev.jaxrscors.rest.CorsFeature;
import java.net.URISyntaxException;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.plugins.interceptors.CorsFilter;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy, asked through its own dispatcher. */
final class RestEasy implements Dispatcher {

  private final ResteasyDeployment deployment;

  private RestEasy(ResteasyDeployment deployment) {
    this.deployment = deployment;
  }

  static RestEasy with(Layer layer) {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setProperty("jakarta.ws.rs.loadServices", false);
    switch (layer) {
      case BARE -> {}
      case IDLE -> deployment.getActualProviderClasses().addAll(IdleFilters.ALL);
      case LEAST -> deployment.getActualProviderClasses().addAll(LeastFilters.ALL);
      case HAND_WRITTEN -> deployment.getActualProviderClasses().add(HandWrittenFilter.class);
      case PEER -> deployment.getProviders().add(peer());
      case OURS -> deployment.getActualProviderClasses().add(CorsFeature.class);
    }
    deployment.getActualResourceClasses().add(Orders.class);
    deployment.start();
    return new RestEasy(deployment);
  }

  private static CorsFilter peer() {
    CorsFilter filter = new CorsFilter();
    filter.getAllowedOrigins().add(Call.ALLOWED);
    filter.setAllowedMethods("GET, PUT");
    filter.setAllowedHeaders("Content-Type, X-Api-Key");
    filter.setCorsMaxAge(600);
    return filter;
  }

  @Override
  public Reply dispatch(Call call) {
    MockHttpResponse response = new MockHttpResponse();
    deployment.getDispatcher().invoke(request(call), response);
    return new Reply(
        response.getStatus(),
        name -> {
          Object value = response.getOutputHeaders().getFirst(name);
          return value == null ? null : value.toString();
        });
  }

  private static MockHttpRequest request(Call call) {
    try {
      MockHttpRequest request =
          MockHttpRequest.create(call.method(), "http://api.example.com/orders/1");
      call.headers().forEach(request::header);
      return request;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    deployment.stop();
  }
}
