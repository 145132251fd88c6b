package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.RateLimit;
import dev.jaxrscors.internal.deploy.Recent;
import dev.jaxrscors.internal.deploy.Remedy;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.SourceFailure;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.Place;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says in the log, and there alone, why a request was refused and what would allow it: a line each,
 * within a {@link RateLimit}; the same refusal is counted, and not repeated. What comes from the
 * request is quoted, escaped and cut.
 *
 * @param <R> how a door sees requests
 */
final class RefusalLog<R> {

  private static final int MOST_PLACES = 1_000;
  private static final int MOST_REFUSALS = 1_000;
  private static final int LONGEST_KEY = 256;

  /** What makes two refusals the same; bounded, since most of it comes from the request. */
  private record Refusal(String what, String policy, Reason reason, String subject, String origin) {
    Refusal {
      policy = cut(policy);
      subject = cut(subject);
      origin = cut(origin);
    }

    private static String cut(String text) {
      return text.length() > LONGEST_KEY ? text.substring(0, LONGEST_KEY) : text;
    }
  }

  /** What was logged, and how much: policies that are made anew begin no new stretch of lines. */
  static final class Spent {

    private final LongSupplier nanoTime;
    private final RateLimit refusals;
    private final RateLimit unreadables;
    private final Recent<Refusal, RefusalCount> counts =
        new Recent<>(MOST_REFUSALS, refusal -> new RefusalCount());
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    Spent(LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      this.refusals = new RateLimit(nanoTime);
      this.unreadables = new RateLimit(nanoTime);
    }
  }

  private final System.Logger logger;
  private final Spent spent;
  private final Setup setup;
  private final RequestSource<R> source;

  RefusalLog(System.Logger logger, Spent spent, Setup setup, RequestSource<R> source) {
    this.logger = logger;
    this.spent = spent;
    this.setup = setup;
    this.source = source;
  }

  static <R> RefusalLog<R> of(Spent spent, Setup setup, RequestSource<R> source) {
    return new RefusalLog<>(System.getLogger("dev.jaxrscors"), spent, setup, source);
  }

  /** Logs a preflight, whether this library or another layer answered it. */
  void preflight(R request, ContainerResponseContext response, Exchange exchange) {
    Verdict verdict = exchange.verdict();
    if (verdict == Verdict.NotGoverned.UNMATCHED) {
      int status = response.getStatus();
      repeatable(
          request,
          new Refusal(
              "Unanswered preflight",
              path(request),
              reason(exchange, status),
              status + " " + source.method(request),
              origin(request)),
          AppliedPolicy.Ungoverned.UNMATCHED,
          () -> unanswered(request, status, exchange));
    } else {
      preflight(request, verdict, exchange.applied());
    }
  }

  /** Logs a preflight that a policy has judged. */
  void preflight(R request, Verdict verdict, AppliedPolicy applied) {
    if (verdict instanceof Verdict.Denied denied) {
      refused(request, "Refused preflight", denied.denial(), applied);
    } else if (verdict instanceof Verdict.Granted) {
      granted(request, "Granted preflight", applied);
    }
  }

  /** Logs a preflight that a servlet filter has answered behind the door that let it through. */
  void intercepted(R request, int status, AppliedPolicy applied) {
    repeatable(
        request,
        new Refusal(
            "Unanswered preflight",
            path(request),
            Reason.ANSWERED_BEFORE_MATCH,
            String.valueOf(status),
            origin(request)),
        applied,
        () ->
            ("a servlet filter answered " + status + " before Jakarta REST was reached;")
                + " let that filter pass on what CorsServletFilter.isPreflight reports");
  }

  void shared(R request, AppliedPolicy applied) {
    granted(request, "Shared response of request", applied);
  }

  private void granted(R request, String what, AppliedPolicy applied) {
    if (logger.isLoggable(Level.DEBUG)) {
      String policy = applied.provenance().nearest().name();
      log(Level.DEBUG, line(request, what, applied) + "; policy: " + policy);
    }
  }

  /** Logs, at {@code DEBUG}, a response of no resource that no page can read. */
  void unreadable(R request, ContainerResponseContext response) {
    long leftOut = logger.isLoggable(Level.DEBUG) ? spent.unreadables.spend() : -1;
    if (leftOut >= 0) {
      log(
          Level.DEBUG,
          line(request, "Unreadable response", AppliedPolicy.Ungoverned.UNMATCHED)
              + ": no resource answered "
              + response.getStatus()
              + ", and the application has no policy for that; set CORS_DEFAULT_ORIGINS, or write"
              + " @CorsPolicy on the Application class"
              + (leftOut == 0 ? "" : " (" + leftOut + " lines like this were left out before)"));
    }
  }

  void withheld(R request, Denial denial, AppliedPolicy applied) {
    refused(request, "Withheld response of request", denial, applied);
  }

  void rejected(R request, Denial denial, AppliedPolicy applied) {
    refused(request, "Rejected request", denial, applied);
  }

  /** Logs, at {@code DEBUG}, a rejected request that no page waits for: a form, an image. */
  void rejectedNavigation(R request, Denial denial, AppliedPolicy applied) {
    if (logger.isLoggable(Level.DEBUG)) {
      log(
          Level.DEBUG,
          line(request, "Rejected form or embedded content", applied)
              + ": "
              + why(request, denial, applied));
    }
  }

  /** Logs, once for a place, that another layer sets header fields of the CORS protocol. */
  void foreignHeaders(R request, String place) {
    if (spent.warned.size() < MOST_PLACES && spent.warned.add(place)) {
      log(
          Level.WARNING,
          "CORS: the application, or another filter, sets Access-Control-* on responses of "
              + method(request)
              + " "
              + path(request)
              + " (policy: "
              + place
              + "), where the headers of the policy replace them. Remove the other one.");
    }
  }

  /** Logs, once for a place, that there are such fields where this library does not reach them. */
  void fieldsUnderneath(R request, String place) {
    if (spent.warned.size() < MOST_PLACES && spent.warned.add("underneath " + place)) {
      log(
          Level.WARNING,
          "CORS: a servlet filter, or a resource that writes to HttpServletResponse, sets"
              + " Access-Control-* on the servlet response to "
              + method(request)
              + " "
              + path(request)
              + " (policy: "
              + place
              + "); they are sent beside or in the place of what the policy says. Remove"
              + " them, or put a CorsServletFilter before that filter and Jakarta REST.");
    }
  }

  /** Logs, once for a place, that several requests are answered with the same response. */
  void sharedResponse(R request, String place) {
    if (spent.warned.size() < MOST_PLACES && spent.warned.add("shared " + place)) {
      log(
          Level.WARNING,
          "CORS: the Response to "
              + method(request)
              + " "
              + path(request)
              + (place.isEmpty() ? "" : " (policy: " + place + ")")
              + " was sent before, to another request: a static one, or that of an exception that"
              + " is thrown again. Header fields of one must not reach the other; make a new one"
              + " for each request, as in Response.fromResponse(shared).build().");
    }
  }

  private String why(R request, Denial denial, AppliedPolicy applied) {
    Place place = applied.provenance().place(Remedy.member(denial.reason()));
    StringBuilder why = new StringBuilder(denial.reason().text());
    String subject = subject(request, denial, applied);
    if (!subject.isEmpty()) {
      why.append(": ").append(subject);
    }
    if (!place.name().isEmpty()) {
      why.append("; policy: ").append(name(place));
    }
    String remedy = remedy(request, denial, applied);
    if (!remedy.isEmpty()) {
      why.append("; ").append(remedy);
    }
    return why.toString();
  }

  private static String name(Place place) {
    return place instanceof Place.Code
        ? place.name().replaceFirst("^policy ", "") + " in code"
        : place.name();
  }

  private String subject(R request, Denial denial, AppliedPolicy applied) {
    if (denial.reason() == Reason.HEADER_NOT_ALLOWED) {
      return Quoted.all(refusedHeaders(request, denial, applied));
    }
    return denial.subject().isEmpty() ? "" : Quoted.of(denial.subject());
  }

  /** A verdict names the first header that it refuses, but all of them have to be allowed. */
  private List<String> refusedHeaders(R request, Denial denial, AppliedPolicy applied) {
    List<String> refused =
        applied instanceof AppliedPolicy.Governed governed
            ? governed.compiled().refusedHeaders(source.lines(request, Requests.ASKED_HEADERS))
            : List.of();
    return refused.isEmpty() ? List.of(denial.subject()) : refused;
  }

  private String remedy(R request, Denial denial, AppliedPolicy applied) {
    if (!(applied instanceof AppliedPolicy.Governed governed)) {
      return "";
    }
    Remedy remedy = new Remedy(governed.provenance(), governed.compiled().policy(), setup);
    return remedy.of(
        denial.reason(),
        origin(request),
        source.method(request),
        refusedHeaders(request, denial, applied),
        () -> source.target(request, governed.path()));
  }

  private String unanswered(R request, int status, Exchange exchange) {
    if (exchange.stage() != Exchange.Stage.DELEGATED) {
      return ("a filter answered " + status + " before the resource was matched;")
          + " let that filter pass on what CorsRequest.isPreflight reports";
    }
    if (status == 404 || status == 405) {
      return source.isBelowRoot(request) ? lackingBelow(status) : lacking(status);
    }
    return ("a sub-resource locator, or the security of the container, answered " + status)
        + " before a resource method was matched; let it pass on what CorsRequest.isPreflight"
        + " reports, or guard the resource methods instead";
  }

  private static String lacking(int status) {
    String lacking = status == 404 ? "path" : "method on that path";
    return "the application has no such " + lacking + ": it answered " + status;
  }

  /** Below a root resource, its locators may have answered the same themselves. */
  private static String lackingBelow(int status) {
    return status == 404
        ? "the path leads nowhere below its root resource, or a sub-resource locator answered 404;"
            + " errors of locators are those of no resource, for which the policy of the"
            + " application speaks, or the default one"
        : "the sub-resource has no such method, or a sub-resource locator answered 405";
  }

  /** Returns why no policy has judged a preflight. */
  static Reason reason(Exchange exchange, int status) {
    boolean isMatching = exchange.stage() == Exchange.Stage.DELEGATED;
    return isMatching && (status == 404 || status == 405)
        ? Reason.NO_SUCH_RESOURCE
        : Reason.ANSWERED_BEFORE_MATCH;
  }

  private void refused(R request, String what, Denial denial, AppliedPolicy applied) {
    Refusal refusal =
        new Refusal(
            what,
            applied.provenance().nearest().name(),
            denial.reason(),
            announced(request) + " " + subject(request, denial, applied),
            origin(request));
    repeatable(request, refusal, applied, () -> why(request, denial, applied));
  }

  /** Puts a line into words only if it is let through: a flood should cost little. */
  private void repeatable(R request, Refusal refusal, AppliedPolicy applied, Supplier<String> why) {
    if (!logger.isLoggable(Level.WARNING)) {
      return;
    }
    String end = spent.counts.get(refusal).next(spent.nanoTime.getAsLong(), spent.refusals);
    if (end != null) {
      log(Level.WARNING, line(request, refusal.what(), applied) + ": " + why.get() + end);
    }
  }

  private String line(R request, String what, AppliedPolicy applied) {
    return "CORS: %s: %s %s%s from origin %s%s"
        .formatted(
            what,
            method(request),
            path(request),
            template(request, applied),
            Quoted.of(origin(request)),
            sender(request));
  }

  private String template(R request, AppliedPolicy applied) {
    String template = Quoted.unquoted(source.template(request, applied));
    return template.equals(Target.UNMATCHED) || path(request).endsWith(template)
        ? ""
        : " (" + template + ")";
  }

  private String sender(R request) {
    String address = source.address(request);
    String agent = String.join(" | ", source.lines(request, "user-agent"));
    String known =
        (address.isEmpty() ? "" : "address " + Quoted.unquoted(address))
            + (address.isEmpty() || agent.isEmpty() ? "" : ", ")
            + (agent.isEmpty() ? "" : "user agent " + Quoted.of(agent));
    return known.isEmpty() ? "" : " (" + known + ")";
  }

  /** Some loggers name the method that logs. One that throws takes no verdict back. */
  private void log(Level level, String line) {
    try {
      logger.log(level, line);
    } catch (Throwable e) {
      SourceFailure.throwIfFatal(e);
    }
  }

  private String method(R request) {
    return Quoted.unquoted(announced(request));
  }

  /** Returns the method of a request; of a preflight the one that it asks for. */
  String announced(R request) {
    List<String> asked = source.lines(request, Requests.ASKED_METHOD);
    boolean isPreflight = source.isPreflight(request);
    return isPreflight && asked.size() == 1 ? asked.get(0) : source.method(request);
  }

  private String path(R request) {
    return Quoted.unquoted(source.path(request));
  }

  private String origin(R request) {
    return String.join(" | ", source.origins(request));
  }
}
