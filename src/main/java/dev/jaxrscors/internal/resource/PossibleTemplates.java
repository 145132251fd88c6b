package dev.jaxrscors.internal.resource;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The templates that annotations leave possible for a method: a parent may have several locators
 * that lead to the same class.
 *
 * @param specificFirst what matches each; as in Jakarta REST, more literal characters go first
 */
public record PossibleTemplates(List<Tried> specificFirst) {

  /** A template with a slash in front, which the path may have been matched with. */
  record Tried(String template, PathPattern pattern) {}

  /** More combinations than that are nobody's path. */
  private static final int MOST = 100;

  /**
   * Returns the possible templates.
   *
   * @param chain the resource class, then those whose locators led to it, nearest first
   * @param template the template of the method, with that of its class
   */
  public static PossibleTemplates of(
      List<Class<?>> chain, String template, Function<Class<?>, ResourceShape> shapes) {
    List<String> possible = List.of(template);
    if (chain.size() > 1) {
      possible = List.of(withoutClass(template, chain.get(0)));
      for (int i = 1; i < chain.size(); i++) {
        possible = below(shapes.apply(chain.get(i)), chain.get(i - 1), possible);
      }
      String root = ClassMethods.pathOfClass(chain.get(chain.size() - 1));
      possible = possible.stream().map(below -> PathTemplate.join(root, below)).toList();
    }
    return new PossibleTemplates(
        possible.stream()
            .map(t -> new Tried(t, PathPattern.behindPrefix(t)))
            .sorted(Comparator.comparingInt((Tried t) -> t.pattern().literals()).reversed())
            .toList());
  }

  /** Below a locator, the path of the class itself does not count. */
  private static String withoutClass(String template, Class<?> type) {
    String ofClass = PathTemplate.join(ClassMethods.pathOfClass(type));
    return template.startsWith(ofClass) ? template.substring(ofClass.length()) : template;
  }

  private static List<String> below(ResourceShape parent, Class<?> child, List<String> templates) {
    List<String> possible = new ArrayList<>();
    for (Method locator : parent.locatorsTo(child)) {
      Path path = ClassMethods.annotated(parent.type(), locator).getAnnotation(Path.class);
      for (String template : templates) {
        if (path != null && possible.size() < MOST) {
          possible.add(PathTemplate.join(path.value(), template));
        }
      }
    }
    return possible;
  }

  /** Returns the template that a path is matched by, behind a prefix if need be. */
  public Optional<String> matching(String path) {
    return Stream.concat(
            specificFirst.stream()
                .filter(t -> t.pattern().prefix(path).filter(String::isEmpty).isPresent())
                .map(Tried::template),
            specificFirst.stream()
                .flatMap(
                    t ->
                        t.pattern().prefix(path).stream()
                            .map(p -> PathTemplate.join(p, t.template()))))
        .findFirst();
  }
}
