package dev.jaxrscors.processor;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyHint;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.PolicyRemark;
import dev.jaxrscors.policy.Shown;
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
    return policy
        .member(remark.member())
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

  private static boolean isAbout(PolicyRemark remark, AnnotationValue element) {
    String text = String.valueOf(element.getValue());
    if (remark instanceof PolicyProblem.NotAlone mistake) {
      return text.equals(mistake.sentinel());
    }
    if (remark instanceof PolicyHint.Repeated hint) {
      return hint.values().contains(text);
    }
    if (remark instanceof PolicyProblem.DerivedExposed) {
      return text.equals(CorsPolicy.DERIVED);
    }
    return Shown.quoted(text).equals(remark.value());
  }
}
