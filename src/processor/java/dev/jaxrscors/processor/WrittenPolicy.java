package dev.jaxrscors.processor;

import dev.jaxrscors.policy.Member;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
record WrittenPolicy(Element element, AnnotationMirror mirror, Map<Member, WrittenMember> members) {

  private static final List<Member> OF_ORIGINS =
      List.of(Member.ORIGINS, Member.ORIGIN_SOURCE, Member.DANGEROUSLY);

  /** Returns the policy that stands on an element itself. */
  static Optional<WrittenPolicy> on(Element element) {
    return Annotations.find(element, Annotations.CORS_POLICY)
        .map(mirror -> new WrittenPolicy(element, mirror, members(mirror)));
  }

  private static Map<Member, WrittenMember> members(AnnotationMirror mirror) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values = mirror.getElementValues();
    Map<Member, WrittenMember> members = new EnumMap<>(Member.class);
    for (Member member : Member.values()) {
      for (ExecutableElement declared : Annotations.members(mirror)) {
        AnnotationValue value = values.get(declared);
        if (value != null && declared.getSimpleName().contentEquals(member.label())) {
          members.put(member, new WrittenMember(value, defaultOf(declared)));
        }
      }
    }
    members.values().removeIf(member -> !member.isSet());
    return members;
  }

  private static List<String> defaultOf(ExecutableElement member) {
    AnnotationValue value = member.getDefaultValue();
    return value == null ? List.of() : Annotations.texts(value);
  }

  Optional<WrittenMember> member(Member member) {
    return Optional.ofNullable(members.get(member));
  }

  boolean sets(Member member) {
    return members.containsKey(member);
  }

  /** Returns what can be known of a member; nothing if it is not set. */
  List<String> texts(Member member) {
    return member(member).map(WrittenMember::texts).orElse(List.of());
  }

  boolean isResolved() {
    return members.values().stream().allMatch(WrittenMember::isResolved);
  }

  /** Returns what is said of each member; what belongs to the origins goes with them. */
  Map<Member, Object> said() {
    Map<Member, Object> said = new EnumMap<>(Member.class);
    members.forEach((member, written) -> said.put(member, Annotations.texts(written.value())));
    said.keySet().removeAll(OF_ORIGINS);
    if (sets(Member.ORIGINS) || sets(Member.ORIGIN_SOURCE)) {
      said.put(Member.ORIGINS, OF_ORIGINS.stream().map(this::written).toList());
    }
    return said;
  }

  private Collection<String> written(Member member) {
    List<String> texts = member(member).map(w -> Annotations.texts(w.value())).orElse(List.of());
    return member == Member.DANGEROUSLY ? Set.copyOf(texts) : texts;
  }
}
