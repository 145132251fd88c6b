package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an annotation says, member by member. */
class LevelTest {

  static class Partners implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  @CorsPolicy
  static class Nothing {}

  @CorsPolicy(
      value = "named",
      origins = {"https://a.example", "https://b.example"},
      methods = "GET",
      allowedHeaders = "X-A",
      exposedHeaders = "X-B",
      originSource = Partners.class,
      dangerously = {Danger.INSECURE_ORIGINS, Danger.LOOPBACK_ORIGINS},
      credentials = Credentials.ALLOW,
      maxAge = 5,
      refusal = Refusal.REJECT)
  static class Everything {}

  @Test
  void a_member_that_is_left_alone_is_left_to_farther_places() {
    Level level = of(Nothing.class);
    assertThat(level.declaration().written()).isEmpty();
    assertThat(level.declaration().place()).isEqualTo("here");
    assertThat(level.source()).isEqualTo(OriginSource.class);
  }

  @Test
  void each_member_is_kept_as_it_is_written() {
    Level level = of(Everything.class);
    assertThat(level.source()).isEqualTo(Partners.class);
    assertThat(level.declaration().written())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Member.VALUE, List.of("named")),
                Map.entry(Member.ORIGINS, List.of("https://a.example", "https://b.example")),
                Map.entry(Member.METHODS, List.of("GET")),
                Map.entry(Member.ALLOWED_HEADERS, List.of("X-A")),
                Map.entry(Member.EXPOSED_HEADERS, List.of("X-B")),
                Map.entry(Member.ORIGIN_SOURCE, List.of(Partners.class.getName())),
                Map.entry(Member.DANGEROUSLY, List.of("INSECURE_ORIGINS", "LOOPBACK_ORIGINS")),
                Map.entry(Member.CREDENTIALS, List.of("ALLOW")),
                Map.entry(Member.MAX_AGE, List.of("5")),
                Map.entry(Member.REFUSAL, List.of("REJECT"))));
  }

  private static Level of(Class<?> annotated) {
    return Level.of("here", annotated.getAnnotation(CorsPolicy.class));
  }
}
