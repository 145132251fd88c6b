package dev.jaxrscors.testing;

import dev.jaxrscors.testing.Exchange.CachedPreflight;
import dev.jaxrscors.testing.Exchange.SentPreflight;
import dev.jaxrscors.testing.Exchange.SentRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One <a href="https://fetch.spec.whatwg.org/#fetching">fetch</a>, from the call to the outcome.
 */
final class Fetch {
  private static final Set<Integer> REDIRECT_STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 20;

  private final Page page;
  private final Conformance conformance;
  private final PreflightCache cache;
  private final Wire wire;
  private final List<Exchange> exchanges = new ArrayList<>();

  Fetch(Page page, Conformance conformance, PreflightCache cache, Wire wire) {
    this.page = page;
    this.conformance = conformance;
    this.cache = cache;
    this.wire = wire;
  }

  /** A call of {@code fetch}, which fails at once if the request is not one a script can make. */
  interface Call {
    FetchRequest request() throws NetworkError;
  }

  /** A response, and the request that it answers, which redirects may have changed. */
  private record Answered(FetchRequest request, Response response) {}

  Outcome run(Call call) {
    try {
      Answered answered = mainFetch(call.request());
      Response response = answered.response();
      Headers readable = ReadableHeaders.of(answered.request(), response.headers());
      return new Outcome.Shared(response.status(), readable, response.text(), exchanges);
    } catch (NetworkError error) {
      return new Outcome.Blocked(error.stage(), error.reason(), exchanges);
    }
  }

  /** See <a href="https://fetch.spec.whatwg.org/#main-fetch">main fetch</a>. */
  private Answered mainFetch(FetchRequest request) throws NetworkError {
    if (request.staysAtItsOrigin()) {
      return httpFetch(request);
    }
    FetchRequest cors = request.tainted();
    return cors.needsPreflight() ? preflightedFetch(cors) : httpFetch(cors);
  }

  private Answered preflightedFetch(FetchRequest request) throws NetworkError {
    try {
      preflight(request);
      return httpFetch(request);
    } catch (NetworkError error) {
      cache.clear(request);
      throw error;
    }
  }

  private void preflight(FetchRequest request) throws NetworkError {
    if (isInCache(request)) {
      exchanges.add(new CachedPreflight(request.currentUrl()));
    } else {
      preflightFetch(request);
    }
  }

  private boolean isInCache(FetchRequest request) {
    boolean method =
        RequestMethod.isSafelisted(request.method()) || cache.hasMethod(request, conformance);
    return method
        && request.unsafeNames().stream()
            .allMatch(name -> cache.hasHeader(request, name, conformance));
  }

  /** See <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">preflight fetch</a>. */
  private void preflightFetch(FetchRequest request) throws NetworkError {
    URI url = request.currentUrl();
    Headers asked = RequestFields.ofPreflight(request);
    Response response = wire.send("OPTIONS", url, asked, Body.NONE);
    exchanges.add(new SentPreflight(url, asked, response.status(), response.headers()));
    PreflightCheck answer =
        new PreflightCheck(request, response.status(), response.headers(), conformance);
    require(Stage.PREFLIGHT, answer.failures());
    cache.store(answer);
  }

  /** See <a href="https://fetch.spec.whatwg.org/#http-fetch">HTTP fetch</a>. */
  private Answered httpFetch(FetchRequest request) throws NetworkError {
    Response response = networkFetch(request);
    boolean redirects = REDIRECT_STATUSES.contains(response.status());
    if (request.isCors()) {
      Stage stage = redirects ? Stage.REDIRECT : Stage.RESPONSE;
      require(stage, CorsCheck.failures(request, response.headers()));
    }
    return redirects ? redirectFetch(request, response) : new Answered(request, response);
  }

  private Response networkFetch(FetchRequest request) throws NetworkError {
    URI url = request.currentUrl();
    Headers fields = RequestFields.of(request);
    Response response = wire.send(request.method(), url, fields, request.body());
    exchanges.add(
        new SentRequest(request.method(), url, fields, response.status(), response.headers()));
    return response;
  }

  /** See <a href="https://fetch.spec.whatwg.org/#http-redirect-fetch">HTTP-redirect fetch</a>. */
  private Answered redirectFetch(FetchRequest request, Response response) throws NetworkError {
    List<String> locations = response.headers().values("Location");
    if (locations.isEmpty()) {
      return new Answered(request, response);
    }
    URI url = location(request, locations);
    require(Stage.REDIRECT, redirectFailures(request, url));
    FetchRequest next = becomesGet(request, response) ? request.asGet() : request;
    return mainFetch(next.redirectedTo(Urls.normalized(url)));
  }

  private static URI location(FetchRequest request, List<String> locations) throws NetworkError {
    try {
      require(Stage.REDIRECT, locations.size() > 1 ? List.of("Location is repeated") : List.of());
      URI url = Urls.resolve(request.currentUrl(), locations.get(0));
      require(
          Stage.REDIRECT, Urls.isHttp(url) ? List.of() : List.of(url + " is not http or https"));
      return url;
    } catch (URISyntaxException e) {
      throw new NetworkError(Stage.REDIRECT, "Location is no address: " + locations.get(0));
    }
  }

  private List<String> redirectFailures(FetchRequest request, URI url) {
    if (request.urls().size() > MOST_REDIRECTS) {
      return List.of("there are more than " + MOST_REDIRECTS + " redirects");
    }
    boolean crosses = request.isCors() || !PageOrigin.of(url).isSameAs(page.origin());
    return crosses && Urls.hasCredentials(url)
        ? List.of(url + " has a user or password in it")
        : List.of();
  }

  private static boolean becomesGet(FetchRequest request, Response response) {
    return switch (response.status()) {
      case 301, 302 -> request.method().equals("POST");
      case 303 -> RequestMethod.allowsBody(request.method());
      default -> false;
    };
  }

  private static void require(Stage stage, List<String> failures) throws NetworkError {
    if (!failures.isEmpty()) {
      throw new NetworkError(stage, String.join(", and ", failures));
    }
  }
}
