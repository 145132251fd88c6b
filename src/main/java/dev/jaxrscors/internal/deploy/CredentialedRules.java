package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds the sources of an application that allow everybody with credentials. Of a list a deployment
 * can tell, of code it cannot: so when a source first allows an origin, it is asked once about one
 * that nobody can have.
 */
final class CredentialedRules {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  // Sources come and go with the policies that are supplied.
  private final Recent<Asked, AtomicBoolean> asked =
      new Recent<>(1_000, source -> new AtomicBoolean());

  /**
   * Returns a policy that decides as another one does, and whose source is watched if there is one
   * that matters.
   */
  Policy watched(Policy policy, Provenance provenance) {
    return policy.allowsCredentials() && policy.origins().hasSource()
        ? policy.withOriginSource(
            new Watched(policy.origins().source(), provenance.of(Member.ORIGINS), this))
        : policy;
  }

  private void ask(OriginSource source, String place, Target target) {
    if (asked.get(new Asked(source, place)).getAndSet(true)) {
      return;
    }
    String nobodys = "https://" + UUID.randomUUID() + ".invalid";
    if (isAllowed(source, nobodys, target)) {
      LOGGER.log(Level.WARNING, warning(source, place, nobodys, target));
    }
  }

  /** Whatever it throws means nothing: the request that brought it here was decided before. */
  private static boolean isAllowed(OriginSource source, String text, Target target) {
    try {
      Origin origin = Origin.parse(text);
      return origin != null && source.allows(origin, target);
    } catch (Throwable e) {
      return false;
    }
  }

  private static String warning(OriginSource source, String place, String nobodys, Target target) {
    return "CORS: %s allows every origin, with credentials: any site can act as the user who visits"
            .formatted(named(source))
        + " it, and read what only that user may. It was asked for \"%s\", made up at random, on %s"
            .formatted(nobodys, target.method() + " " + target.path())
        + "; policy: %s. Let it allow only origins that it knows, or refuse credentials."
            .formatted(place);
  }

  /** A lambda has no name of its own: its class belongs to the one that it is written in. */
  static String named(OriginSource source) {
    if (source instanceof Watched watched) {
      return named(watched.source);
    }
    Class<?> type = source.getClass();
    return type.isHidden()
        ? "the origin rule in " + LevelWalk.place(type.getNestHost())
        : "the origin source " + LevelWalk.place(type);
  }

  /**
   * A source that was asked at the place of a policy.
   *
   * @param source the very object; what the application takes for equal does not matter
   * @param place where the policy is written
   */
  private record Asked(OriginSource source, String place) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked that && source == that.source && place.equals(that.place);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(source) + place.hashCode();
    }
  }

  /** Decides as another source does; where two are equal, so are those that watch them. */
  private static final class Watched implements OriginSource {

    private final OriginSource source;
    private final String place;
    private final CredentialedRules rules;
    private volatile boolean known;

    Watched(OriginSource source, String place, CredentialedRules rules) {
      this.source = source;
      this.place = place;
      this.rules = rules;
    }

    @Override
    public boolean allows(Origin origin, Target target) {
      boolean allowed = source.allows(origin, target);
      if (allowed && !known) {
        known = true;
        rules.ask(source, place, target);
      }
      return allowed;
    }

    @Override
    public String remedy(Origin origin, Target target) {
      return source.remedy(origin, target);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Watched that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
      return source.hashCode();
    }

    @Override
    public String toString() {
      return source.toString();
    }
  }
}
