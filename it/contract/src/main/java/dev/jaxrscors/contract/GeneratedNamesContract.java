package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Classes whose author gave them a name as some container gives its proxies: they are what they
 * say, and a policy that narrows the one of their superclass is never passed over.
 */
public abstract class GeneratedNamesContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  /**
   * Returns the styles of names, as paths below {@code vaults}.
   *
   * @return those that a class may have on every server
   */
  protected List<String> styles() {
    return List.of("subclass", "client-proxy", "weld", "glassfish");
  }

  /** The bean is a class of which there are real proxies. */
  @TestFactory
  Stream<DynamicTest> a_class_that_narrows_is_not_taken_for_a_proxy_of_its_superclass() {
    Stream<String> beans =
        subject().abilities().contains(Ability.CDI) ? Stream.of("bean") : Stream.empty();
    return Stream.concat(styles().stream(), beans)
        .map(style -> DynamicTest.dynamicTest(style, () -> verifyClosed("vaults/" + style)));
  }

  private void verifyClosed(String path) {
    Reply shared = subject().send(Requests.get(path));
    assertThat(shared.text()).isEqualTo("vault");
    assertThat(CorsLines.of(shared)).containsExactly(CorsLines.VARY_ORIGIN);

    Outcome refused = subject().during(Requests.preflight(path, APP, "DELETE"));
    assertThat(refused.reply().status()).isEqualTo(403);
    assertThat(CorsLines.of(refused.reply())).isEqualTo(CorsLines.refusing());
    assertThat(refused.calls()).isEmpty();
  }

  @Test
  void a_class_keeps_the_policy_that_its_superclass_has_not() {
    Outcome granted = subject().during(Requests.preflight("vaults/anonymous", APP, "PUT"));
    assertThat(granted.reply().status()).isEqualTo(204);
    assertThat(CorsLines.of(granted.reply()))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD, PUT", "Content-Type, Authorization"));
    assertThat(granted.calls()).isEmpty();
  }
}
