package dev.jaxrscors.report;

import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.policy.Policy;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a reviewer looks for in a policy first, the graver first. */
enum Hazard {
  ANY_ORIGIN(true, "any origin", "every page of every site may read it"),
  NULL_ORIGIN(true, "null", "any site can send this origin, from a sandboxed frame"),
  FILE_ORIGIN(true, "file", "every page opened from disk has this origin"),
  INSECURE_ORIGIN(true, "http", "anyone on the network can speak for such an origin"),
  WAIVED_INSECURE_ORIGINS(true, "waived: insecure origins", "Danger.INSECURE_ORIGINS is set aside"),
  WAIVED_PUBLIC_SUFFIXES(true, "waived: public suffixes", "Danger.PUBLIC_SUFFIXES is set aside"),
  WAIVED_LOOPBACK_ORIGINS(true, "waived: loopback origins", "Danger.LOOPBACK_ORIGINS is set aside"),
  CREDENTIALS(false, "credentials", "pages act as the user who is logged in"),
  SOURCE(false, "decided by code", "an OriginSource allows more origins at run time"),
  WILDCARD(false, "wildcard", "whoever has a subdomain, or a port, is allowed"),
  LOOPBACK(false, "loopback", "any program on the machine of a user can speak for it"),
  ANY_HEADER(false, "any header", "pages may send whatever request header they like");

  private final boolean grave;
  private final String label;
  private final String meaning;

  Hazard(boolean grave, String label, String meaning) {
    this.grave = grave;
    this.label = label;
    this.meaning = meaning;
  }

  boolean isGrave() {
    return grave;
  }

  String label() {
    return label;
  }

  String meaning() {
    return meaning;
  }

  /** Reports whether it is about single values of a list, which are then named. */
  boolean isOfSomeOrigins() {
    return this == INSECURE_ORIGIN || this == LOOPBACK || this == WILDCARD;
  }

  /** Reports whether a listed origin is one of its kind. */
  boolean marks(String pattern) {
    return of(List.of(pattern)).contains(this);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns those of a policy, the graver first. */
  static Set<Hazard> of(Policy policy, Set<Hazard> ofOrigins) {
    EnumSet<Hazard> found = EnumSet.noneOf(Hazard.class);
    found.addAll(ofOrigins);
    for (Danger danger : Danger.values()) {
      if (policy.waives(danger)) {
        found.add(valueOf("WAIVED_" + danger.name()));
      }
    }
    if (policy.allowsCredentials()) {
      found.add(CREDENTIALS);
    }
    if (policy.origins().hasSource()) {
      found.add(SOURCE);
    }
    if (policy.allowedHeaders().isAny() && !policy.origins().isNobody()) {
      found.add(ANY_HEADER);
    }
    return found;
  }

  /** Returns those of listed origins. */
  static Set<Hazard> of(List<String> patterns) {
    EnumSet<Hazard> found = EnumSet.noneOf(Hazard.class);
    patterns.forEach(pattern -> add(OriginPattern.parse(pattern), found));
    return found;
  }

  private static void add(OriginPattern pattern, Set<Hazard> found) {
    if (pattern.isAny()) {
      found.add(ANY_ORIGIN);
    } else if (pattern.isOpaque()) {
      found.add(NULL_ORIGIN);
    } else if (pattern.toString().equals("file://")) {
      found.add(FILE_ORIGIN);
    } else {
      addOfTuple(pattern, found);
    }
  }

  private static void addOfTuple(OriginPattern pattern, Set<Hazard> found) {
    if (pattern.isLoopback()) {
      found.add(LOOPBACK);
    } else if (pattern.scheme().equals("http")) {
      found.add(INSECURE_ORIGIN);
    }
    if (!pattern.isExact()) {
      found.add(WILDCARD);
    }
  }
}
