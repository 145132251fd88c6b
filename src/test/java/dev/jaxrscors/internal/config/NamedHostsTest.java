package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamedHostsTest {

  private static final String NAME_OF_PAY = "cors.host.pay.name";
  private static final String HOSTS = "cors.hosts";

  private static Map<String, String> hosts(Map<String, String> values) {
    return NamedHosts.of(Settings.of(List.of(StandardSources.properties("a file", values))));
  }

  @Test
  void without_the_key_there_is_none() {
    assertThat(hosts(Map.of(NAME_OF_PAY, "pay.example"))).isEmpty();
  }

  @Test
  void each_host_name_leads_to_the_name_in_keys() {
    assertThat(
            hosts(
                Map.of(
                    HOSTS,
                    "pay, auth-2",
                    NAME_OF_PAY,
                    "pay.example,PAY.internal",
                    "cors.host.auth-2.name",
                    "localhost, 10.0.0.1, [::1]")))
        .isEqualTo(
            Map.of(
                "pay.example", "pay",
                "pay.internal", "pay",
                "localhost", "auth-2",
                "10.0.0.1", "auth-2",
                "[::1]", "auth-2"));
  }

  @Test
  void variables_of_the_environment_say_the_same() {
    Source variables =
        StandardSources.environment(
            Map.of(
                "CORS_HOSTS",
                "pay,auth-2",
                "CORS_HOST_PAY_NAME",
                "pay.example",
                "CORS_HOST_AUTH_2_NAME",
                "auth.example"));
    assertThat(NamedHosts.of(Settings.of(List.of(variables))))
        .isEqualTo(Map.of("pay.example", "pay", "auth.example", "auth-2"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            Map.of(HOSTS, "pay"),
            "cors.hosts in a file, "
                + ProblemKind.INVALID_SETTING
                    .of(
                        "pay",
                        "cors.host.pay.name has no value",
                        "set it to a host name, such as api.example.com")
                    .describe()),
        Arguments.of(
            Map.of(HOSTS, "Pay"),
            "cors.hosts in a file, "
                + ProblemKind.INVALID_SETTING
                    .of(
                        "Pay",
                        "\"Pay\" is no name for keys",
                        "use lower-case letters, digits and hyphens")
                    .describe()),
        Arguments.of(
            Map.of(HOSTS, ""),
            "cors.hosts in a file, "
                + ProblemKind.INVALID_SETTING
                    .of(
                        "",
                        "\"\" is no name for keys",
                        "use lower-case letters, digits and hyphens")
                    .describe()),
        Arguments.of(
            Map.of(HOSTS, "pay,", NAME_OF_PAY, "pay.example"),
            "cors.hosts in a file, "
                + ProblemKind.INVALID_SETTING
                    .of(
                        "pay,",
                        "\"\" is no name for keys",
                        "use lower-case letters, digits and hyphens")
                    .describe()),
        Arguments.of(
            Map.of(HOSTS, "pay,pay", NAME_OF_PAY, "pay.example"),
            "cors.hosts in a file, "
                + ProblemKind.INVALID_SETTING
                    .of("pay,pay", "it names pay twice", "remove one of them")
                    .describe()),
        Arguments.of(
            Map.of(HOSTS, "auth,pay", NAME_OF_PAY, "x.example", "cors.host.auth.name", "x.example"),
            "cors.host.pay.name in a file, "
                + ProblemKind.INVALID_SETTING
                    .of("x.example", "x.example is a host of auth already", "remove one of them")
                    .describe()));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_key(Map<String, String> values, String message) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> hosts(values))
        .withMessage(message);
  }

  static Stream<String> noHosts() {
    return Stream.of(
        "",
        "https://pay.example",
        "pay.example:443",
        "pay.example/",
        "*.example",
        "*",
        "a b",
        "pay.example,",
        "[::1",
        "user@pay.example",
        "pay.example.",
        "pay\u0000",
        "pay\u001b[2J",
        "xn--f",
        "p\u00e4y.example");
  }

  @ParameterizedTest
  @MethodSource("noHosts")
  void what_is_no_bare_host_name_is_refused(String written) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> hosts(Map.of(HOSTS, "pay", NAME_OF_PAY, written)))
        .withMessageStartingWith("cors.host.pay.name in a file, ")
        // On one line, whatever was written.
        .withMessageMatching("[ -~]+")
        .withMessageContaining("is no host name; write the bare name that requests are sent to");
  }

  @Test
  void all_mistakes_come_together() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> hosts(Map.of(HOSTS, "pay,auth,X", NAME_OF_PAY, "*,a:1")))
        .satisfies(e -> assertThat(e.mistakes()).hasSize(4));
  }

  @Test
  void those_that_are_right_are_found_beside_the_others() {
    SettingMistakes mistakes = new SettingMistakes();
    Settings settings =
        AFile.with(HOSTS, "pay,auth", NAME_OF_PAY, "pay.example,*", "cors.host.auth.name", "");
    assertThat(NamedHosts.of(settings, mistakes)).isEqualTo(Map.of("pay.example", "pay"));
    mistakes.ifAny(e -> assertThat(e.mistakes()).hasSize(2));
    assertThat(mistakes.isEmpty()).isFalse();
  }

  @Test
  void where_the_list_cannot_be_read_nothing_is_known_of_them() {
    assertThat(NamedHosts.names(Settings.of(List.of(new FailingSource())))).isEmpty();
    assertThat(NamedHosts.names(AFile.with(HOSTS, "pay, Auth"))).containsExactly("pay", "Auth");
    assertThat(NamedHosts.names(AFile.with())).isEmpty();
  }
}
