package dev.jaxrscors.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The types whose sources are compiled: a message can point into them. */
final class SourceTypes {

  private final Set<String> names = new HashSet<>();

  void add(TypeElement type) {
    names.add(type.getQualifiedName().toString());
  }

  /** Reports whether an element is such a type, or a member of one. */
  boolean hold(Element element) {
    Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
    return type instanceof TypeElement t && names.contains(t.getQualifiedName().toString());
  }
}
