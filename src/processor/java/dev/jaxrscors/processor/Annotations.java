package dev.jaxrscors.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Looks annotations up by name, since their classes need not be there when sources are compiled.
 */
final class Annotations {

  static final String CORS_POLICY = "dev.jaxrscors.CorsPolicy";
  static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
  static final String PATH = "jakarta.ws.rs.Path";

  /** What compilers put in the place of a constant that they cannot find. */
  private static final String ERROR = "<error>";

  private Annotations() {}

  static Optional<AnnotationMirror> find(Element element, String name) {
    return all(element).filter(mirror -> name(mirror).equals(name)).findFirst();
  }

  static boolean isPresent(Element element, String name) {
    return find(element, name).isPresent();
  }

  static Stream<AnnotationMirror> all(Element element) {
    return element.getAnnotationMirrors().stream().map(mirror -> mirror);
  }

  /** Reports whether the deployment sees annotations of a type, too. */
  static boolean isKeptAtRunTime(Element type) {
    return find(type, "java.lang.annotation.Retention")
        .flatMap(Annotations::text)
        .filter("RUNTIME"::equals)
        .isPresent();
  }

  static String name(AnnotationMirror mirror) {
    Element type = type(mirror);
    return type instanceof TypeElement t ? t.getQualifiedName().toString() : "";
  }

  static Element type(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement();
  }

  /** Returns the text of the member {@code value}, if it has one that is known. */
  static Optional<String> text(AnnotationMirror mirror) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .map(Map.Entry::getValue)
        .flatMap(value -> texts(value).stream())
        .findFirst();
  }

  /** Returns the elements of a list, or the value itself if it is no list. */
  static List<AnnotationValue> elements(AnnotationValue value) {
    return value.getValue() instanceof List<?> list
        ? list.stream()
            .flatMap(e -> e instanceof AnnotationValue v ? Stream.of(v) : Stream.empty())
            .toList()
        : List.of(value);
  }

  /** Returns the texts, numbers, names of constants and classes in a value; no unknown ones. */
  static List<String> texts(AnnotationValue value) {
    return elements(value).stream()
        .map(Annotations::plain)
        .filter(text -> !text.equals(ERROR))
        .toList();
  }

  private static String plain(AnnotationValue value) {
    Object written = value.getValue();
    return written instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : written instanceof TypeMirror type ? type.toString() : String.valueOf(written);
  }
}
