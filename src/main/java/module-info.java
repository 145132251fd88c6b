/**
 * CORS for Jakarta REST.
 *
 * <p>Annotate a resource with {@code @CorsPolicy}, the word of {@link dev.jaxrscors}; the feature
 * in {@link dev.jaxrscors.rest} does the rest, and {@link dev.jaxrscors.servlet} the same for what
 * is not Jakarta REST. What a policy holds is in {@link dev.jaxrscors.policy}, the words of the
 * Fetch standard it is written in are in {@link dev.jaxrscors.fetch}. What becomes of requests is
 * told to those who listen, {@link dev.jaxrscors.event}, and counted for Micrometer, {@link
 * dev.jaxrscors.metrics}; {@link dev.jaxrscors.report} tells who may call what, and {@link
 * dev.jaxrscors.openapi} has OpenAPI say it.
 */
@SuppressWarnings("requires-automatic")
module dev.jaxrscors {
  requires transitive jakarta.ws.rs;
  // Not transitive: then a user that is a module could not be compiled without them.
  requires static jakarta.annotation;
  requires static jakarta.servlet;
  requires static org.jspecify;
  requires static micrometer.core;
  requires static org.eclipse.microprofile.openapi;

  exports dev.jaxrscors;
  exports dev.jaxrscors.event;
  exports dev.jaxrscors.fetch;
  exports dev.jaxrscors.metrics;
  exports dev.jaxrscors.openapi;
  exports dev.jaxrscors.policy;
  exports dev.jaxrscors.report;
  exports dev.jaxrscors.rest;
  exports dev.jaxrscors.servlet;

  // Runtimes construct and inject the feature and its filters by reflection.
  opens dev.jaxrscors.rest;
  opens dev.jaxrscors.internal.filter;
}
