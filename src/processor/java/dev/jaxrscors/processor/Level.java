package dev.jaxrscors.processor;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyHint;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.PolicyRemark;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * One annotation at one place, as far as the sources show: a level of the look-up.
 *
 * @param declaration what it says there
 * @param element what is annotated
 * @param mirror the annotation on it: {@code @CorsPolicy} itself, or one composed of it
 * @param policy the policy as it is written
 */
record Level(
    Declaration declaration, Element element, AnnotationMirror mirror, WrittenPolicy policy)
    implements Layer {

  /**
   * Stands for the code of an origin source, which cannot run yet.
   *
   * @param className its class
   */
  private record Source(String className) implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  static Level of(String place, Element element, AnnotationMirror mirror, WrittenPolicy policy) {
    return new Level(new Declaration(place, policy.written()), element, mirror, policy);
  }

  private static final Place HERE = new Place.Annotation("", List.of());

  static Level direct(String place, WrittenPolicy policy) {
    return of(place, policy.element(), policy.mirror(), policy);
  }

  /** Adds levels up, as far as they go: what is further out is known to the deployment. */
  static Cascade<Level> sum(List<Level> nearestFirst) {
    return Cascade.ofSome(nearestFirst, EnumSet.allOf(Member.class));
  }

  /** Adds up what the level says of values, each by itself. */
  Cascade<Level> values() {
    Set<Member> values = EnumSet.complementOf(EnumSet.of(Member.CREDENTIALS));
    return Cascade.ofSome(List.of(this), values);
  }

  @Override
  public OriginSource source() {
    return new Source(String.join("", policy.texts(Member.ORIGIN_SOURCE)));
  }

  @Override
  public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
    List<String> texts = policy.texts(member);
    if (member == Member.VALUE) {
      texts.stream()
          .filter(name -> !PolicyName.isValid(name))
          .forEach(name -> mistakes.accept(mistake(PolicyName.problem(name))));
    }
    if (!policy.isOpen(member)) {
      return member == Member.MAX_AGE && !isNumber(member) ? List.of() : texts;
    }
    if (member == Member.METHODS && !texts.isEmpty()) {
      checkMethods(texts, mistakes);
    }
    return texts.isEmpty() || member == Member.METHODS ? Layer.unknown(member) : texts;
  }

  /** In a source that does not compile, there may be anything. */
  private boolean isNumber(Member member) {
    return policy.member(member).filter(v -> v.getValue() instanceof Integer).isPresent();
  }

  private Mistake mistake(PolicyProblem problem) {
    return new Mistake(place().name(), problem);
  }

  /** Checks methods beside a placeholder by themselves: what stands for it is no part of them. */
  private void checkMethods(List<String> texts, Consumer<? super Mistake> mistakes) {
    try {
      String[] methods = texts.toArray(String[]::new);
      Policy.builder().origins(CorsPolicy.NONE).methods(methods).build();
    } catch (InvalidPolicyException e) {
      e.problems().forEach(problem -> mistakes.accept(mistake(problem)));
    }
  }

  boolean isComposed() {
    return !element.equals(policy.element());
  }

  /** Returns the place that a remark is about, as narrow as it gets. */
  Spot spot(PolicyRemark remark) {
    if (isComposed()) {
      return new Spot.OnAnnotation(element, mirror);
    }
    return remark
        .member()
        .flatMap(policy::member)
        .<Spot>map(written -> new Spot.OnValue(element, mirror, narrow(written, remark)))
        .orElse(new Spot.OnAnnotation(element, mirror));
  }

  private static AnnotationValue narrow(AnnotationValue value, PolicyRemark remark) {
    List<AnnotationValue> elements = Annotations.elements(value);
    if (elements.size() < 2) {
      // Compilers find no element of a list that is written without braces.
      return value;
    }
    return elements.stream().filter(e -> isAbout(remark, e)).findFirst().orElse(value);
  }

  /** A value is shown in quotation marks, one that stands for others by its constant. */
  private static boolean isAbout(PolicyRemark remark, AnnotationValue element) {
    String text = String.valueOf(element.getValue());
    String shown = remark.value();
    if (remark instanceof PolicyHint) {
      return shown.contains(Quoted.of(text));
    }
    return shown.equals(Quoted.of(text)) || shown.startsWith(HERE.constant(text));
  }
}
