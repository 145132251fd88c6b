package dev.jaxrscors.internal.cascade;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A declaration, as its producer reads it: one layer of a {@link Cascade}. */
public interface Layer {

  /** {@return what is written} */
  Declaration declaration();

  /**
   * {@return the members that it sets, its own first: a policy that it names may set others}
   *
   * @param mistakes where it goes that the name is wrong
   */
  default Set<Member> members(Consumer<? super Mistake> mistakes) {
    return declaration().written().keySet();
  }

  /** {@return the place of the whole} */
  default Place place() {
    return new Place.Annotation(declaration().place(), List.of());
  }

  /** {@return the place of a member: where it is written, or would be if it were} */
  default Place place(Member member) {
    return place();
  }

  /** {@return the place that has a problem: of a hundred thousand values each may have one} */
  default Place place(PolicyProblem problem, Place ofMember) {
    return ofMember;
  }

  /**
   * {@return what the text of a member stands for; nothing if that cannot be found out}
   *
   * @param member any but the source of origins
   * @param mistakes where it goes that a part of it cannot be read
   * @throws InvalidPolicyException if all of it cannot be read
   */
  default List<String> read(Member member, Consumer<? super Mistake> mistakes) {
    return declaration().texts(member);
  }

  /**
   * {@return the source of origins; where no code can run, one that allows nobody}
   *
   * @throws InvalidPolicyException if it cannot be made
   */
  default OriginSource source() {
    return (origin, target) -> false;
  }

  /**
   * Reports whether configuration brings what a member holds, or some of it: what is wrong there is
   * no mistake in code.
   */
  default boolean isConfigured(Member member) {
    return false;
  }

  /**
   * Reports the same of one value.
   *
   * @param shown the value, as messages show it
   */
  default boolean isConfigured(Member member, String shown) {
    return isConfigured(member);
  }

  /** Sets a member that cannot be read to a value that breaks no rule. */
  default void setUnknown(Policy.Builder builder, Member member) {
    put(builder, member, unknown(member));
  }

  /** Sets a member, of which configuration says something wrong, to what grants nothing. */
  static void close(Policy.Builder builder, Member member) {
    switch (member) {
      case VALUE, DANGEROUSLY, ORIGIN_SOURCE -> {}
      // Not taken: a source of origins in code stays.
      case ORIGINS -> builder.origins(CorsPolicy.NONE);
      default -> builder.take(member, Policy.CLOSED);
    }
  }

  /**
   * Sets one of its members. One that cannot be read gets a value that breaks no rule.
   *
   * @param builder the policy that is being built
   * @param mistakes where it goes that the member cannot be read
   */
  default void set(Policy.Builder builder, Member member, Consumer<? super Mistake> mistakes) {
    List<String> written = declaration().texts(member);
    if (written.size() > 1 && written.contains(CorsPolicy.INHERIT)) {
      PolicyProblem contradiction = ProblemKind.NOT_ALONE.of(member, CorsPolicy.INHERIT);
      mistakes.accept(new Mistake(declaration().place(), contradiction));
    }
    try {
      List<String> read = read(member, mistakes);
      if (read.isEmpty() && !written.isEmpty()) {
        setUnknown(builder, member);
      } else {
        put(builder, member, read);
      }
    } catch (InvalidPolicyException e) {
      e.mistakes().forEach(mistakes);
      setUnknown(builder, member);
    }
  }

  private void put(Policy.Builder builder, Member member, List<String> texts) {
    switch (member) {
      case VALUE -> {}
      case ORIGINS -> builder.origins(texts);
      case ORIGIN_SOURCE ->
          builder.originSource(texts.isEmpty() ? (origin, target) -> false : source());
      case DANGEROUSLY -> constants(Danger.class, texts).forEach(builder::dangerously);
      case METHODS -> builder.methods(texts.toArray(String[]::new));
      case ALLOWED_HEADERS -> builder.allowedHeaders(texts.toArray(String[]::new));
      case EXPOSED_HEADERS -> builder.exposedHeaders(texts.toArray(String[]::new));
      case CREDENTIALS -> constants(Credentials.class, texts).forEach(builder::credentials);
      case MAX_AGE -> texts.forEach(seconds -> builder.maxAge(Integer.parseInt(seconds)));
      case REFUSAL -> constants(Refusal.class, texts).forEach(builder::refusal);
    }
  }

  private static <E extends Enum<E>> Stream<E> constants(Class<E> type, List<String> names) {
    return EnumSet.allOf(type).stream().filter(constant -> names.contains(constant.name()));
  }

  /** {@return a value of a member that breaks no rule, for one that is not known} */
  static List<String> unknown(Member member) {
    return switch (member) {
      case ORIGINS, EXPOSED_HEADERS -> List.of(CorsPolicy.NONE);
      case METHODS -> List.of(CorsPolicy.ANY);
      case ALLOWED_HEADERS -> List.of(CorsPolicy.DERIVED);
      default -> List.of();
    };
  }
}
