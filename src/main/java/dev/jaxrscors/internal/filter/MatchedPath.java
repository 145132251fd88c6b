package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.deploy.Recent;
import dev.jaxrscors.internal.deploy.ResourceClass;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.PathTemplate;
import dev.jaxrscors.internal.resource.PossibleTemplates;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.internal.runtime.JerseyMatch;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The path template that a request was matched with, from the root of the application: with the
 * prefix that a class was registered below, and with the templates of the locators that led to it.
 *
 * <p>A class does not know where it is. Where the runtime does not say either, the templates that
 * its annotations leave possible are tried on the path of the request.
 */
final class MatchedPath {

  private static final RequestMethod GET = RequestMethod.of("GET");
  private static final RequestMethod HEAD = RequestMethod.of("HEAD");

  private static final int MOST_WAYS = 1_000;
  private static final int LONGEST_CHAIN = 16;

  /** A method, and the classes that it was reached through. */
  private record Way(List<Class<?>> chain, String template) {}

  private final JerseyMatch jersey = new JerseyMatch();
  private final Function<Way, PossibleTemplates> find;
  private final Recent<Way, PossibleTemplates> possible;

  MatchedPath(Function<Class<?>, ResourceShape> shapes) {
    this.find = way -> PossibleTemplates.of(way.chain(), way.template(), shapes);
    this.possible = new Recent<>(MOST_WAYS, find);
  }

  /**
   * Returns the template.
   *
   * @param template the template as the class that was matched has it, or {@link Target#UNMATCHED}
   */
  String of(ContainerRequestContext request, String template) {
    if (template.equals(Target.UNMATCHED)) {
      return template;
    }
    UriInfo uri = request.getUriInfo();
    List<String> found = jersey.templates(uri);
    return found.isEmpty()
        ? possible(uri, template)
        : PathTemplate.join(found.toArray(String[]::new));
  }

  private String possible(UriInfo uri, String template) {
    List<Class<?>> chain =
        Matched.classes(uri).stream().<Class<?>>map(Hierarchy::unproxied).toList();
    Way way = new Way(chain, template);
    PossibleTemplates templates =
        chain.size() > LONGEST_CHAIN ? find.apply(way) : possible.get(way);
    String path = "/" + withoutSlash(Requests.encodedPath(uri));
    return templates
        .matching(path)
        .or(() -> templates.matching("/" + withoutSlash(uri.getPath())))
        .orElse(path);
  }

  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /**
   * Returns the verbs that code has registered beside the one that was matched, its own included,
   * as far as the runtime knows.
   */
  Set<RequestMethod> verbs(
      ContainerRequestContext request, Predicate<JerseyMatch.Registered> same) {
    // Some runtimes match without regard to case.
    RequestMethod own = RequestMethod.parse(request.getMethod().toUpperCase(Locale.ROOT));
    List<JerseyMatch.Registered> registered = jersey.registered(request.getUriInfo());
    Set<RequestMethod> verbs = new TreeSet<>(ResourceClass.byFamiliarity());
    registered.stream()
        .filter(same)
        .flatMap(r -> Stream.ofNullable(RequestMethod.parse(r.verb())))
        .forEach(verbs::add);
    if (own != null) {
      verbs.add(own);
    }
    if (verbs.contains(GET) && registered.stream().noneMatch(r -> r.verb().equals(HEAD.name()))) {
      verbs.add(HEAD);
    }
    return new LinkedHashSet<>(verbs);
  }
}
