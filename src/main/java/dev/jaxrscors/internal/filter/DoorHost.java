package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.Preflight;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A servlet filter of this library on one of its hosts, while it serves requests. */
final class DoorHost implements RequestSource<HttpServletRequest> {

  private final Deployment deployment;
  private final SameOrigin sameOrigin;
  private final RefusalLog<HttpServletRequest> refusals;
  private final Notifier<HttpServletRequest> notifier;

  DoorHost(
      Deployment deployment, SameOrigin sameOrigin, RefusalLog.Spent spent, Listeners listeners) {
    this.deployment = deployment;
    this.sameOrigin = sameOrigin;
    this.refusals = RefusalLog.of(spent, deployment.setup(), this);
    this.notifier = new Notifier<>(refusals, listeners, this);
  }

  Deployment deployment() {
    return deployment;
  }

  RefusalLog<HttpServletRequest> refusals() {
    return refusals;
  }

  Notifier<HttpServletRequest> notifier() {
    return notifier;
  }

  /** Returns what a request is to the protocol. */
  static Incoming incoming(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        ? Incoming.options(all(request, Requests.ORIGIN), all(request, Requests.ASKED_METHOD))
        : Incoming.WellFormed.ORDINARY;
  }

  Preflight preflight(HttpServletRequest request, AppliedPolicy.Governed door) {
    return new Preflight(
        origins(request),
        all(request, Requests.ASKED_METHOD),
        all(request, Requests.ASKED_HEADERS),
        () -> target(request, door.path()));
  }

  ActualRequest actual(HttpServletRequest request, AppliedPolicy.Governed door) {
    return new ActualRequest(
        origins(request), request.getMethod(), () -> target(request, door.path()));
  }

  private static List<String> all(HttpServletRequest request, String name) {
    String first = request.getHeader(name);
    if (first == null) {
      return List.of();
    }
    List<String> lines = Collections.list(request.getHeaders(name));
    return lines.size() > 1 ? new ArrayList<>(lines) : List.of(first);
  }

  @Override
  public String method(HttpServletRequest request) {
    return request.getMethod();
  }

  @Override
  public List<String> lines(HttpServletRequest request, String name) {
    return all(request, name);
  }

  @Override
  public String path(HttpServletRequest request) {
    return request.getRequestURI();
  }

  @Override
  public String scheme(HttpServletRequest request) {
    return request.getScheme();
  }

  @Override
  public String authority(HttpServletRequest request) {
    return request.getServerName() + ":" + request.getServerPort();
  }

  @Override
  public boolean isPreflight(HttpServletRequest request) {
    return incoming(request) != Incoming.WellFormed.ORDINARY;
  }

  @Override
  public Target target(HttpServletRequest request, String path) {
    return new DoorTarget(request, path, sameOrigin.host(), this);
  }

  @Override
  public boolean isSameOrigin(HttpServletRequest request) {
    return sameOrigin.sent(request, this);
  }

  @Override
  public String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    return address == null ? "" : address;
  }
}
