package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.deploy.AppliedPolicy.Governed;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.Consumes;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what in the policies of a resource class is legal, and probably not what was meant. */
final class ResourceHints {

  private static final RequestMethod POST = RequestMethod.of("POST");

  private final ResourceClass resource;
  private final Map<ResourceMethod, Governed> governed = new LinkedHashMap<>();
  private final Set<Hint> hints = new LinkedHashSet<>();
  private final Map<String, List<String>> verbsByPath;
  private final List<String> verbs;

  private ResourceHints(ResourceClass resource) {
    this.resource = resource;
    this.verbs = verbs(resource.methods());
    this.verbsByPath =
        resource.methods().stream()
            .collect(
                Collectors.groupingBy(
                    ResourceMethod::path,
                    Collectors.collectingAndThen(Collectors.toList(), ResourceHints::verbs)));
    for (ResourceMethod method : resource.methods()) {
      if (resource.applied(method.method()) instanceof Governed by) {
        governed.put(method, by);
      }
    }
  }

  static Set<Hint> of(ResourceClass resource) {
    ResourceHints found = new ResourceHints(resource);
    found.governed.forEach(found::look);
    found.lookAtPaths();
    return found.hints;
  }

  private void look(ResourceMethod method, Governed by) {
    Policy policy = by.compiled().policy();
    policy
        .hints()
        .forEach(
            hint ->
                hints.add(
                    new Hint(hint.member().map(by.provenance()::of).orElse(method.place()), hint)));
    lookForForms(method, policy);
    lookForVerbs(method, by);
    lookForCase(method);
    if (method.verb().name().equals("OPTIONS")) {
      hints.add(new Hint(method.place(), HintKind.OWN_OPTIONS.of(method.fullPath())));
    }
  }

  private void lookForCase(ResourceMethod method) {
    String verb = method.verb().name();
    ClassMethods.designators(method.annotated())
        .filter(written -> written.equalsIgnoreCase(verb) && !written.equals(verb))
        .forEach(
            written ->
                hints.add(new Hint(method.place(), HintKind.VERB_IN_LOWER_CASE.of(written, verb))));
  }

  private void lookForForms(ResourceMethod method, Policy policy) {
    if (policy.rejectsRefused() || !method.verb().equals(POST) || !takesForms(method)) {
      return;
    }
    boolean excluded = !policy.methods().allows(POST);
    if (excluded || policy.origins().isNobody()) {
      hints.add(
          new Hint(
              method.place(),
              policy.isPublic()
                  ? HintKind.FORMS_STILL_REACH_PUBLICLY.of("POST", method.fullPath())
                  : HintKind.FORMS_STILL_REACH.of(
                      excluded ? Member.METHODS : Member.ORIGINS, "POST", method.fullPath())));
    }
  }

  /** Without a declaration, any type is consumed. */
  private static boolean takesForms(ResourceMethod method) {
    Consumes own = method.annotated().getAnnotation(Consumes.class);
    Stream<String> types =
        own != null
            ? Arrays.stream(own.value())
            : Hierarchy.types(method.resource()).stream()
                .filter(c -> c.isAnnotationPresent(Consumes.class))
                .limit(1)
                .flatMap(c -> Arrays.stream(c.getAnnotation(Consumes.class).value()));
    List<String> declared = types.toList();
    return declared.isEmpty() || declared.stream().anyMatch(FormType::covers);
  }

  /**
   * A list on the method is about its path, one on the class about all its paths. One further out
   * is about other classes too, and one above locators about what they lead to.
   */
  private void lookForVerbs(ResourceMethod method, Governed by) {
    String place = by.provenance().of(Member.METHODS);
    if (place.equals(method.place())) {
      hintAtLacking(place, by, verbsByPath.getOrDefault(method.path(), List.of()));
    } else if (place.equals(LevelWalk.place(resource.type())) && !resource.hasLocators()) {
      hintAtLacking(place, by, verbs);
    }
  }

  private static List<String> verbs(Collection<ResourceMethod> methods) {
    return methods.stream().map(m -> m.verb().name()).distinct().sorted().toList();
  }

  private void hintAtLacking(String place, Governed by, List<String> verbs) {
    for (RequestMethod listed : by.compiled().policy().methods().listed()) {
      boolean implied = listed.name().equals("HEAD") && verbs.contains("GET");
      if (!implied && !verbs.contains(listed.name())) {
        hints.add(
            new Hint(place, HintKind.VERB_LACKING.of(listed.name(), String.join(", ", verbs))));
      }
    }
  }

  private void lookAtPaths() {
    Map<String, ResourceMethod> first = new LinkedHashMap<>();
    governed.forEach(
        (method, by) -> {
          if (!by.compiled().policy().origins().isNobody()) {
            ResourceMethod earlier = first.putIfAbsent(method.path(), method);
            if (earlier != null && !headers(earlier).equals(headers(method))) {
              hints.add(
                  new Hint(
                      method.place(),
                      HintKind.UNEQUAL_HEADERS.of(
                          method.fullPath(), allowance(method), allowance(earlier))));
            }
          }
        });
  }

  private String allowance(ResourceMethod method) {
    String headers = headers(method);
    return method.verb() + " (" + (headers.isEmpty() ? "none" : headers) + ")";
  }

  private String headers(ResourceMethod method) {
    Governed by = governed.get(method);
    return by == null ? "" : by.compiled().allowedHeaders();
  }

  /** The media types that a form, or a script without a preflight, can send. */
  private static final class FormType {
    private static final Set<String> TYPES =
        Set.of(
            "*/*",
            "text/*",
            "text/plain",
            "multipart/*",
            "multipart/form-data",
            "application/*",
            "application/x-www-form-urlencoded");

    static boolean covers(String declared) {
      return Stream.of(declared.split(",", -1))
          .map(type -> type.split(";", 2)[0].strip())
          .anyMatch(TYPES::contains);
    }
  }
}
