package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.protocol.SourceFailure;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How to allow a request that was refused: a line for the place where the policy is written, whole,
 * so that nothing is lost; or another way, where the policy would not deploy with that line.
 */
public final class Remedy {

  private final Provenance provenance;
  private final Policy policy;
  private final Setup setup;

  /**
   * Makes what remedies are taken from.
   *
   * @param provenance where the policy is written
   */
  public Remedy(Provenance provenance, Policy policy, Setup setup) {
    this.provenance = provenance;
    this.policy = policy;
    this.setup = setup;
  }

  /** Returns the member that a refusal comes from. */
  public static Member member(Reason reason) {
    return switch (reason) {
      case METHOD_NOT_ALLOWED, METHOD_NOT_MATCHED -> Member.METHODS;
      case HEADER_NOT_ALLOWED, HEADERS_TOO_LONG, HEADERS_MALFORMED -> Member.ALLOWED_HEADERS;
      default -> Member.ORIGINS;
    };
  }

  /**
   * Returns how to allow what was refused; nothing where that is no matter of the policy.
   *
   * @param origin the origin, as it was sent
   * @param headers the request headers that are refused
   * @param target what a source of origins may be asked about
   */
  public String of(
      Reason reason, String origin, String method, List<String> headers, Supplier<Target> target) {
    return switch (reason) {
      case ORIGIN_NOT_ALLOWED -> ofOrigin(origin, target);
      case METHOD_NOT_ALLOWED -> add(Member.METHODS, CorsPolicy.ANY, List.of(method));
      case HEADER_NOT_ALLOWED -> ofHeaders(headers);
      default -> "";
    };
  }

  private String ofOrigin(String text, Supplier<Target> target) {
    Origin origin = Origin.parse(text);
    if (origin == null) {
      return "";
    }
    if (policy.origins().hasSource() && !origin.isOpaque()) {
      String own = ofSource(origin, target);
      return own.isEmpty() ? "the origin source there decides: it has to allow it" : own;
    }
    if (!isExact(text)) {
      return "";
    }
    List<PolicyProblem> problems = problems(text);
    if (!problems.isEmpty()) {
      PolicyProblem first = problems.get(0);
      return "it is not to be listed: " + first.reason() + "; " + otherPage(first);
    }
    String listed = add(Member.ORIGINS, CorsPolicy.NONE, List.of(text));
    return origin.isOpaque() ? "anyone can send it; " + listed : listed;
  }

  /** The source of origins knows best; but its words are code of the application, and may fail. */
  private String ofSource(Origin origin, Supplier<Target> target) {
    try {
      String own = policy.origins().source().remedy(origin, target.get()).strip();
      return Quoted.clause(own);
    } catch (Throwable e) {
      SourceFailure.throwIfFatal(e);
      return "";
    }
  }

  /** Reports whether a list would take the text for this one origin, and no pattern. */
  private static boolean isExact(String text) {
    try {
      return OriginPattern.parse(text).isExact();
    } catch (InvalidValueException e) {
      return false;
    }
  }

  /** Returns what would be wrong with an origin in the list, by itself. */
  private List<PolicyProblem> problems(String origin) {
    try {
      Policy.Builder alone = Policy.builder().origins(origin);
      return setup.problems(alone.take(Member.CREDENTIALS, policy).build());
    } catch (InvalidPolicyException e) {
      return e.problems();
    }
  }

  /** The list cannot be mended here, but the page can be served from elsewhere. */
  private static String otherPage(PolicyProblem problem) {
    return switch (problem.kind()) {
      case OPAQUE_ORIGIN_WITH_CREDENTIALS -> "serve the page from an origin of its own";
      case LOOPBACK_IN_PRODUCTION -> "leave it to development";
      default -> "serve the page over https";
    };
  }

  private String ofHeaders(List<String> names) {
    RefusedHeaders refused = RefusedHeaders.of(names);
    List<String> clauses = new ArrayList<>();
    if (!refused.useless().isEmpty()) {
      clauses.add("leave " + Quoted.all(refused.useless()) + " out of the code of the page");
    }
    if (!refused.asserted().isEmpty()) {
      clauses.add(
          "servers take "
              + Quoted.all(refused.asserted())
              + " from a proxy at its word: allow that only if yours does not");
    }
    if (!refused.allowable().isEmpty() && !refused.isTooMuch()) {
      clauses.add(add(Member.ALLOWED_HEADERS, CorsPolicy.DERIVED, refused.allowable()));
    }
    return String.join("; ", clauses);
  }

  /** Returns the line with which values are added to a list, all that is right there kept. */
  private String add(Member member, String unlessSet, List<String> values) {
    Place place = provenance.place(member);
    Stream<String> there = policy.sets(member) ? kept(member, place) : Stream.of(unlessSet);
    List<String> all =
        Stream.concat(there.filter(value -> !value.equals(CorsPolicy.NONE)), values.stream())
            .distinct()
            .toList();
    String line = place.set(member, all);
    if (place instanceof Place.Annotation) {
      return "to allow it: @CorsPolicy(" + line + ")";
    }
    return "to allow it: " + (place instanceof Place.Code ? "." + line : line);
  }

  /** Returns what stands there, without what was refused as a mistake: nobody is to paste that. */
  private Stream<String> kept(Member member, Place place) {
    List<String> inForce = policy.written(member);
    boolean isAll =
        !setup.mistakes().areRefused()
            || place instanceof Place.Annotation
            || inForce.contains(Place.REST);
    return place.written().stream()
        .filter(value -> isAll || value.equals(Place.REST) || inForce.contains(value));
  }
}
