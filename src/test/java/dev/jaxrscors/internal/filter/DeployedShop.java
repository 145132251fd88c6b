package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.internal.resource.Level;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A {@link WrittenShop} in operation: what it grants, and what its log says of what it refuses. */
final class DeployedShop {

  /**
   * A preflight.
   *
   * @param origin the origin that asks
   * @param method the method that it asks for
   * @param headers the headers that it asks for, as they come; none if empty
   */
  record Ask(String origin, String method, String headers) {}

  private final ServedHost host;
  private final Class<?> orders;

  DeployedShop(ServedHost host, Class<?> orders) {
    this.host = host;
    this.orders = orders;
  }

  boolean grants(Ask ask) {
    return judge(ask, request(ask)) instanceof Verdict.Granted;
  }

  /** Returns the line of the log on a preflight that is refused. */
  String line(Ask ask) {
    ContainerRequestContext request = request(ask);
    Exchange exchange = Exchange.start(request, host, Incoming.WellFormed.PREFLIGHT);
    exchange.match(governed(ask));
    exchange.judge(judge(ask, request));
    List<String> lines = new ArrayList<>();
    new RefusalLog<>(
            new Lines(lines), new RefusalLog.Spent(() -> 0), host.deployment().setup(), host)
        .preflight(request, Fakes.response(403, new MultivaluedHashMap<>()), exchange);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private Verdict judge(Ask ask, ContainerRequestContext request) {
    return governed(ask).compiled().judge(Requests.preflight(request, host, "/orders"));
  }

  private AppliedPolicy.Governed governed(Ask ask) {
    AppliedPolicy applied =
        host.deployment()
            .applied(
                orders, Fakes.method(orders, ask.method().toLowerCase(Locale.ROOT)), List.of());
    assertThat(applied).isInstanceOf(AppliedPolicy.Governed.class);
    return (AppliedPolicy.Governed) applied;
  }

  private static ContainerRequestContext request(Ask ask) {
    List<String> lines = new ArrayList<>();
    lines.add("Origin: " + ask.origin());
    lines.add("Access-Control-Request-Method: " + ask.method());
    if (!ask.headers().isEmpty()) {
      lines.add("Access-Control-Request-Headers: " + ask.headers());
    }
    return Fakes.request(
        ask.method(), "https://api.example.com/orders", lines.toArray(String[]::new));
  }

  /** Keeps what is logged. */
  private record Lines(List<String> lines) implements System.Logger {
    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      lines.add(message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
      lines.add(format);
    }
  }
}
