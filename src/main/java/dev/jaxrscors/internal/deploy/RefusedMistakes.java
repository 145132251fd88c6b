package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mistakes in configuration of one deployment that stop nothing: a line in the log for each, as
 * soon as the deployment is in force.
 */
final class RefusedMistakes {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** More are from a program; requests may find them late, one class after the other. */
  private static final int MOST_LINES = 200;

  private final Set<Mistake> found = new LinkedHashSet<>();
  private boolean inForce;
  private int lines;

  /** Returns where those go that are found on a host of a name in keys; without one, elsewhere. */
  SettingMistakes on(String host) {
    return SettingMistakes.refusing(mistake -> add(host, mistake));
  }

  private synchronized void add(String host, Mistake mistake) {
    if (found.contains(mistake)) {
      return;
    }
    Mistake here = host.isEmpty() ? mistake : onHost(host, mistake);
    if (found.add(here) && inForce) {
      log(here);
    }
  }

  /** A mistake on one host alone names the host. */
  static Mistake onHost(String name, Mistake mistake) {
    return mistake.place().contains("cors.host." + name + ".")
        ? mistake
        : mistake.at(mistake.place() + " on host " + name);
  }

  /** Puts the deployment in force: all that was found goes to the log, if it did not before. */
  synchronized void enforce(Set<Mistake> before) {
    inForce = true;
    found.stream().filter(mistake -> !before.contains(mistake)).forEach(this::log);
  }

  private void log(Mistake mistake) {
    lines++;
    if (lines <= MOST_LINES) {
      LOGGER.log(
          Level.ERROR,
          "CORS configuration is wrong, and what is wrong grants nothing: {0}",
          mistake);
    } else if (lines == MOST_LINES + 1) {
      LOGGER.log(
          Level.ERROR, "CORS configuration is wrong in more places, and grants nothing there");
    }
  }

  /** Returns all that was found. */
  synchronized Set<Mistake> all() {
    return Set.copyOf(found);
  }

  /**
   * Reports those that the deployment before did not have.
   *
   * @throws InvalidPolicyException if there are any
   */
  void throwIfNew(Set<Mistake> before) {
    List<Mistake> added = all().stream().filter(mistake -> !before.contains(mistake)).toList();
    if (!added.isEmpty()) {
      throw new InvalidPolicyException(added);
    }
  }
}
