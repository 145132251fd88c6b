package dev.jaxrscors.report;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.resource.PathPattern;
import dev.jaxrscors.internal.resource.RequestPath;
import java.util.Optional;

/**
 * What a request that is explained would reach.
 *
 * @param path the path template, or {@link Target#UNMATCHED}
 * @param isPreflight whether its preflight is looked at, which has none of the script's headers
 */
record ExplainedTarget(PageCall call, String host, String path, boolean isPreflight)
    implements Target {

  @Override
  public String method() {
    return call.method();
  }

  @Override
  public String requestPath() {
    return call.pathAlone();
  }

  @Override
  public Optional<String> pathParameter(String name) {
    return isMatched()
        ? PathPattern.exact(path).parameter(name, RequestPath.of(requestPath()))
        : Optional.empty();
  }

  @Override
  public Optional<String> header(String name) {
    return name.equalsIgnoreCase("Origin")
        ? Optional.of(call.origin())
        : call.value(name).filter(value -> !isPreflight);
  }
}
