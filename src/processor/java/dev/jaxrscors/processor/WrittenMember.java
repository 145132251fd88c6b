package dev.jaxrscors.processor;

import java.util.List;
import javax.lang.model.element.AnnotationValue;

/**
 * A member of a {@code @CorsPolicy} that says something of its own.
 *
 * @param value what is written
 * @param inherit the texts of its default, which leaves the member to the next level
 */
record WrittenMember(AnnotationValue value, List<String> inherit) {

  /** Returns what is written and can be known, without placeholders and the sentinel. */
  List<String> texts() {
    return Annotations.texts(value).stream()
        .filter(text -> !isPlaceholder(text) && !inherit.contains(text))
        .toList();
  }

  /** Reports whether only the deployment knows all of it. */
  boolean isOpen() {
    return !isResolved()
        || Annotations.texts(value).stream().anyMatch(WrittenMember::isPlaceholder);
  }

  /** Reports whether every constant in it is known to the compiler. */
  boolean isResolved() {
    return Annotations.texts(value).size() == Annotations.elements(value).size();
  }

  boolean isSet() {
    return !Annotations.texts(value).equals(inherit);
  }

  /** Reports whether the sentinel stands beside a value. */
  boolean contradictsItself() {
    return Annotations.texts(value).stream().anyMatch(inherit::contains);
  }

  private static boolean isPlaceholder(String text) {
    return text.contains("${");
  }
}
