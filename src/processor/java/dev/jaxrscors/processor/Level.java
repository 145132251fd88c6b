package dev.jaxrscors.processor;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.PolicyHint;
import dev.jaxrscors.policy.PolicyRemark;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * One annotation at one place, as a level of the look-up.
 *
 * @param place how messages name the place, such as {@code Orders.replace}
 * @param element what is annotated
 * @param mirror the annotation on it: {@code @CorsPolicy} itself, or one composed of it
 * @param policy what it says
 */
record Level(String place, Element element, AnnotationMirror mirror, WrittenPolicy policy) {

  private static final Place HERE = new Place.Annotation("", List.of());

  static Level direct(String place, WrittenPolicy policy) {
    return new Level(place, policy.element(), policy.mirror(), policy);
  }

  boolean hasName() {
    return policy.sets(Member.VALUE);
  }

  boolean hasOrigins() {
    return policy.sets(Member.ORIGINS) || policy.sets(Member.ORIGIN_SOURCE);
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
        .<Spot>map(written -> new Spot.OnValue(element, mirror, narrow(written.value(), remark)))
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
