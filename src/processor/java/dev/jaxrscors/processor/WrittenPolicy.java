package dev.jaxrscors.processor;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Member;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * A {@code @CorsPolicy} as it stands in a source or class file.
 *
 * @param element what it stands on
 * @param mirror the annotation
 * @param members those of its members that are set; a default means that they are not
 */
record WrittenPolicy(
    Element element, AnnotationMirror mirror, Map<Member, AnnotationValue> members) {

  /** Returns the policy that stands on an element itself. */
  static Optional<WrittenPolicy> on(Element element) {
    return Annotations.find(element, Annotations.CORS_POLICY)
        .map(mirror -> new WrittenPolicy(element, mirror, members(mirror)));
  }

  private static Map<Member, AnnotationValue> members(AnnotationMirror mirror) {
    Map<Member, AnnotationValue> members = new EnumMap<>(Member.class);
    mirror
        .getElementValues()
        .forEach(
            (declared, value) ->
                Stream.of(Member.values())
                    .filter(member -> declared.getSimpleName().contentEquals(member.label()))
                    .filter(member -> !isDefault(declared, value))
                    .forEach(member -> members.put(member, value)));
    return members;
  }

  private static boolean isDefault(ExecutableElement member, AnnotationValue value) {
    AnnotationValue byDefault = member.getDefaultValue();
    return Annotations.texts(value)
        .equals(byDefault == null ? List.of() : Annotations.texts(byDefault));
  }

  Optional<AnnotationValue> member(Member member) {
    return Optional.ofNullable(members.get(member));
  }

  /** Returns what can be known of a member, without placeholders and the sentinel. */
  List<String> texts(Member member) {
    return written(member)
        .filter(text -> !isPlaceholder(text) && !text.equals(CorsPolicy.INHERIT))
        .toList();
  }

  private Stream<String> written(Member member) {
    return member(member).stream().flatMap(value -> Annotations.texts(value).stream());
  }

  /** Returns what is written of each member that is set. */
  Map<Member, List<String>> written() {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    members.forEach((member, value) -> written.put(member, Annotations.texts(value)));
    return written;
  }

  /** Reports whether only the deployment knows all of a member. */
  boolean isOpen(Member member) {
    return member(member).filter(value -> !isResolved(value)).isPresent()
        || written(member).anyMatch(WrittenPolicy::isPlaceholder);
  }

  /** Reports whether every constant is known to the compiler. */
  boolean isResolved() {
    return members.values().stream().allMatch(WrittenPolicy::isResolved);
  }

  private static boolean isResolved(AnnotationValue value) {
    return Annotations.texts(value).size() == Annotations.elements(value).size();
  }

  private static boolean isPlaceholder(String text) {
    return text.contains("${");
  }
}
