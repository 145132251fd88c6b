package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.policy.Member;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is around a resource class, as far as its policies depend on it. Requests choose through
 * which classes a sub-resource is reached, and in which order; there are far fewer answers than
 * ways, and only answers are kept.
 *
 * @param levels the classes that say something which none that is nearer says, nearest first
 * @param read the request headers that are read on the way
 */
record Surroundings(List<Class<?>> levels, Set<HeaderName> read) {

  static final Surroundings NOTHING = new Surroundings(List.of(), Set.of());

  Surroundings {
    levels = List.copyOf(levels);
  }

  /**
   * Returns what is around the first class of a chain.
   *
   * @param chain the class, then those whose locators led to it, nearest first
   * @param application the class of the application, if it is known
   */
  static Surroundings of(
      List<Class<?>> chain, List<Class<?>> application, Function<Class<?>, ResourceShape> shapes) {
    if (chain.size() == 1) {
      return new Surroundings(application, Set.of());
    }
    Set<HeaderName> read = new LinkedHashSet<>();
    List<Class<?>> levels = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>(Set.of(chain.get(0)));
    Set<Member> settled = EnumSet.noneOf(Member.class);
    for (int i = 1; i < chain.size(); i++) {
      ResourceShape parent = shapes.apply(chain.get(i));
      read.addAll(parent.readOnTheWayTo(chain.get(i - 1)));
      if (seen.add(parent.type()) && settled.addAll(parent.settled())) {
        levels.add(parent.type());
      }
    }
    levels.addAll(application);
    return new Surroundings(levels, read);
  }

  /** Adds the levels around to those of a method and its class. */
  LevelWalk around(LevelWalk levels) {
    this.levels.forEach(levels::addClass);
    return levels;
  }

  /** Returns the request headers that are read before any method of a class runs. */
  Set<HeaderName> readAround(ResourceShape shape) {
    Set<HeaderName> all = new LinkedHashSet<>(shape.injected());
    all.addAll(read);
    return all;
  }
}
