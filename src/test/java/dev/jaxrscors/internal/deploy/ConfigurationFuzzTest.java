package dev.jaxrscors.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CheckedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;

/** Whatever an application is configured with: each line of the input is a key and its value. */
class ConfigurationFuzzTest {

  private static final String IN_CODE = "https://app.example";

  @Path("orders")
  @CorsPolicy("shop")
  public static class Orders {
    @GET
    public String get() {
      return "";
    }

    @PUT
    @CorsPolicy(origins = "${shop.pages:" + IN_CODE + "}")
    public void put(String order) {}
  }

  @AutoClose private static final CheckedLog LOG = CheckedLog.open();

  @FuzzTest
  @DictionaryEntries({
    "cors.policy.shop.origins=",
    "cors.policy.shop.methods=",
    "cors.policy.shop.allowed-headers=",
    "cors.policy.shop.exposed-headers=",
    "cors.policy.shop.credentials=allow",
    "cors.policy.shop.max-age=",
    "cors.policy.shop.refusal=reject",
    "cors.policy.shop.dangerously=loopback-origins",
    "cors.default.origins=",
    "cors.also-allowed-headers=",
    "cors.own-origins=",
    "cors.hosts=",
    "cors.host.pay.name=",
    "cors.host.pay.policy.shop.origins=",
    "cors.on-mistake=refuse",
    "cors.production=true",
    "cors.enabled=false",
    "cors.reload=30s",
    "cors.preflight-status=200",
    "cors.preflight-cache-control=",
    "cors.trust-forwarded=true",
    "shop.pages=",
    "${origin-of:",
    "https://"
  })
  void every_configuration_makes_policies_or_tells_mistakes(byte[] input) {
    Map<String, Object> properties = new HashMap<>();
    for (String line : new String(input, UTF_8).split("\n", -1)) {
      int equals = line.indexOf('=');
      properties.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
    }

    Survey survey =
        Survey.of(Setup.EMPTY, Optional.empty(), List.of(Orders.class), Map.copyOf(properties));

    assertThat(survey.mistakes().stream().map(Mistake::toString)).allMatch(m -> isTold(m));
    assertThat(LOG.unsafe()).isEmpty();
    assertThat(survey.mistakes().isEmpty() && survey.hosts().isEmpty()).isFalse();
    if (survey.mistakes().isEmpty()) {
      assertThat(patterns(survey)).allMatch(pattern -> isWritten(pattern, properties.values()));
    }
  }

  private static boolean isTold(String mistake) {
    return !mistake.isEmpty() && mistake.length() < 10_000;
  }

  private static Stream<String> patterns(Survey survey) {
    return survey.hosts().stream()
        .flatMap(host -> host.methods().stream())
        .map(method -> method.applied().policy())
        .filter(Objects::nonNull)
        .flatMap(ConfigurationFuzzTest::patterns);
  }

  private static Stream<String> patterns(Policy policy) {
    return policy.origins().patterns().stream();
  }

  /**
   * Nobody is allowed whom nobody has written; what placeholders put together is not looked for.
   */
  private static boolean isWritten(String pattern, Collection<Object> values) {
    return pattern.equals(IN_CODE)
        || values.stream()
            .map(String.class::cast)
            .anyMatch(value -> value.contains(pattern) || value.contains("${"));
  }
}
