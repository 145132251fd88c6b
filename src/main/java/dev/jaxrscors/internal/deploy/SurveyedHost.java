package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.PathTemplate;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.internal.runtime.ForeignClasses;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an application allows on one of its hosts: each method of each resource, by path and verb.
 */
public final class SurveyedHost {

  /** Only a locator that leads to itself has longer ways. */
  private static final int LONGEST_WAY = 8;

  private final List<String> names;
  private final Deployment deployment;
  private final List<Hint> hints;
  private final List<SurveyedMethod> methods = new ArrayList<>();
  private final Map<String, String> openEnds = new TreeMap<>();

  /**
   * Looks at a host.
   *
   * @param names what requests call it; nothing for all that configuration does not name
   */
  SurveyedHost(List<String> names, Deployment deployment, Collection<Class<?>> components) {
    this.names = List.copyOf(names);
    this.deployment = deployment;
    Set<Class<?>> roots = new LinkedHashSet<>();
    deployment.roots().stream()
        .filter(type -> !ForeignClasses.isOfRuntime(type) && ForeignClasses.canUseLibrary(type))
        .sorted(Comparator.comparing(Class::getName))
        .forEach(roots::add);
    for (Class<?> root : roots) {
      add(List.of(root), root, PathTemplate.join(ClassMethods.pathOfClass(root)));
    }
    roots.addAll(components.stream().<Class<?>>map(Hierarchy::unproxied).toList());
    this.hints = deployment.hints(roots);
    methods.sort(
        Comparator.comparing(SurveyedMethod::path)
            .thenComparing(m -> m.method().verb(), ResourceClass.byFamiliarity())
            .thenComparing(m -> m.method().place()));
  }

  private void add(List<Class<?>> chain, Class<?> root, String prefix) {
    String rootPath = PathTemplate.join(ClassMethods.pathOfClass(root));
    ResourceShape shape = deployment.shape(chain.get(0));
    deployment
        .policies(chain)
        .forEach(
            (method, applied) ->
                methods.add(
                    new SurveyedMethod(
                        rootPath,
                        PathTemplate.join(prefix, written(method.annotated())),
                        method,
                        read(shape, method),
                        applied)));
    shape.methods().locators().forEach(locator -> addBelow(locator, chain, root, prefix));
  }

  private static String written(Method annotated) {
    Path path = annotated.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  private static Set<String> read(ResourceShape shape, ResourceMethod method) {
    Set<String> read = new LinkedHashSet<>();
    shape
        .on(method)
        .headers()
        .names()
        .forEach(name -> read.add(name.toString().toLowerCase(Locale.ROOT)));
    return read;
  }

  private void addBelow(Method locator, List<Class<?>> chain, Class<?> root, String prefix) {
    Class<?> type = chain.get(0);
    // The template of a locator comes with that of its class, which counts on a root alone.
    String ofClass = PathTemplate.join(ClassMethods.pathOfClass(type));
    String whole = ClassMethods.pathOfLocator(type, locator);
    String own = ofClass.equals("/") ? whole : whole.substring(ofClass.length());
    String below = PathTemplate.join(prefix, own);
    Class<?> target = locator.getReturnType();
    boolean isOpen =
        Modifier.isAbstract(target.getModifiers())
            || target == Object.class
            || target == Class.class;
    if (isOpen || chain.contains(target) || chain.size() >= LONGEST_WAY) {
      openEnds.put(below, LevelWalk.place(type) + "." + locator.getName());
      return;
    }
    List<Class<?>> longer = new ArrayList<>(List.of(target));
    longer.addAll(chain);
    add(longer, root, below);
  }

  /** Returns what requests call the host; nothing for all that configuration does not name. */
  public List<String> names() {
    return names;
  }

  /** Returns each resource method that annotations tell of, by path and verb. */
  public List<SurveyedMethod> methods() {
    return methods;
  }

  /**
   * Returns the paths of locators of which no declaration tells where they lead, and the places.
   */
  public Map<String, String> openEnds() {
    return openEnds;
  }

  /** Returns what is legal and probably not meant. */
  public List<SurveyedHint> hints() {
    return hints.stream().map(h -> new SurveyedHint(h.place(), h.hint().describe())).toList();
  }

  /**
   * A hint.
   *
   * @param place where
   * @param text what, as a sentence that follows the place
   */
  public record SurveyedHint(String place, String text) {}

  /** Returns who decides about responses of no resource. */
  public AppliedPolicy forUnmatched() {
    return deployment.forUnmatched();
  }

  /** Returns the setup on this host. */
  public Setup setup() {
    return deployment.setup();
  }

  /** Returns how messages call a source of origins. */
  public static String named(OriginSource source) {
    return CredentialedRules.named(source);
  }
}
