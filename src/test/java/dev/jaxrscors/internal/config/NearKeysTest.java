package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are misspelled are found where those that they should be are missed. */
class NearKeysTest {

  private static final Mistake NO_ORIGIN = new Mistake("Orders", ProblemKind.NO_ORIGIN.of());
  private static final String SHOP = "cors.policy.shop.origins";
  private static final String DEFAULT = "cors.default.origins";

  private static String remedy(Settings settings, PolicyKeys keys) {
    return new NearKeys(settings).mend(NO_ORIGIN, keys).text().remedy();
  }

  private static String rename(String key, String right) {
    return key + " in a file has no effect on it: rename it to " + right;
  }

  @ParameterizedTest
  @CsvSource({
    "shop, cors.policy.shop.origin, cors.policy.shop.origins",
    "shop, cors.policy.shop.originss, cors.policy.shop.origins",
    "shop, cors.policy.shop.oregins, cors.policy.shop.origins",
    "shop, cors.polcy.sop.orgins, cors.policy.shop.origins",
    "shop, cors.poliicy.shoop.orrigins, cors.policy.shop.origins",
    "shop, cors.bolicy.shob.oregins, cors.policy.shop.origins",
    "shop, CORS_POLCY_SOP_ORGINS, CORS_POLICY_SHOP_ORIGINS",
    "shop, cors.policy.ship.origins, cors.policy.shop.origins",
    "payments, cors.policy.paymen.origins, cors.policy.payments.origins",
    "notification, cors.policy.notificat.origins, cors.policy.notification.origins"
  })
  void a_few_letters_may_be_wrong(String policy, String key, String right) {
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.of(policy)))
        .isEqualTo(rename(key, right) + "; or " + NO_ORIGIN.text().remedy());
  }

  @ParameterizedTest
  @CsvSource({
    "shop, cors.polcy.sop.orgns",
    "shop, cors.bolicy.zhob.oregins",
    "shop, cors.policy.shp2.origins",
    "web, cors.policy.wab.origins",
    "payments, cors.policy.payme.origins",
    "notification, cors.policy.notifica.origins"
  })
  void more_than_a_few_make_it_another_key_or_policy(String policy, String key) {
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.of(policy)))
        .isEqualTo(NO_ORIGIN.text().remedy());
  }

  @ParameterizedTest
  @CsvSource({
    "cors.policy.shop.allow-origins",
    "cors.shop.origins",
    "cors.policy.shop.xage",
    "cors.policy.shop.the-pages-of-our-customers"
  })
  void a_key_that_is_none_and_names_the_policy_was_meant_for_it(String key) {
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.of("shop"))).startsWith(rename(key, SHOP));
  }

  @ParameterizedTest
  @CsvSource({
    "cors.policy.shop.maxage",
    "cors.policy.shop.mxage",
    "cors.policy.shop.method",
    "cors.policy.shop.refusla"
  })
  void unless_it_is_nearly_that_of_another_member(String key) {
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.of("shop")))
        .isEqualTo(NO_ORIGIN.text().remedy());
  }

  @ParameterizedTest
  @CsvSource({"cors.default.orgins", "cors.default.pages", "cors.default.allow-origin"})
  void the_default_policy_has_keys_that_can_be_misspelled_too(String key) {
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.DEFAULT)).startsWith(rename(key, DEFAULT));
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.of("shop")))
        .isEqualTo(NO_ORIGIN.text().remedy());
  }

  @ParameterizedTest
  @CsvSource({SHOP, SHOP + "[0]", "cors.policy.shop.max-age", "CORS_POLICY_SHOP_ORIGINS"})
  void a_key_that_is_right_is_not_to_be_renamed(String key) {
    assertThat(remedy(AFile.with(key, "x"), PolicyKeys.of("shop")))
        .isEqualTo(NO_ORIGIN.text().remedy());
  }

  @Test
  void the_nearest_is_named_and_of_several_the_first_by_name_wherever_it_stands() {
    Settings settings =
        Settings.of(
            List.of(
                AFile.named("near", "cors.policy.shop.origns", "x"),
                AFile.named("far", "cors.policy.shop.orgins", "x", "cors.policy.shop.orgns", "x")));
    assertThat(remedy(settings, PolicyKeys.of("shop")))
        .startsWith("cors.policy.shop.orgins in far has no effect");
  }

  @Test
  void what_is_wrong_otherwise_has_its_own_remedy() {
    Settings settings = AFile.with("cors.policy.shop.origin", "x");
    Mistake other = new Mistake("Orders", ProblemKind.EMPTY_ELEMENT.of(Member.ORIGINS));
    NearKeys near = new NearKeys(settings);
    assertThat(near.mendOrigins(other, PolicyKeys.of("shop"))).isEqualTo(other);
    assertThat(near.mendOrigins(NO_ORIGIN, PolicyKeys.of("shop")))
        .isEqualTo(near.mend(NO_ORIGIN, PolicyKeys.of("shop")))
        .isNotEqualTo(NO_ORIGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.origins, shop.orgins",
    "shop.origins, shp.orgins",
    "shop.origins, xxshop.origins",
    "shop.origins, Shop.Origins",
    "shop.origins, shop-origins",
    "shop.url, shop.urls",
    "port, Port"
  })
  void the_key_of_a_placeholder_may_be_misspelled(String missed, String key) {
    assertThat(new NearKeys(AFile.with(key, "x")).remedy(missed)).contains(rename(key, missed));
  }

  @ParameterizedTest
  @CsvSource({
    "shop.origins, sp.orgins",
    "shop.origins, p.origins",
    "shop.origins, shop.orig",
    "a.very.long.name.of.a.key, a.very.long.nam.o.a.ke",
    "shop.url, shop.u",
    "shop.url, shop.arls",
    "port, ports",
    "port, prt",
    "port, pork"
  })
  void but_a_short_one_is_soon_another(String missed, String key) {
    assertThat(new NearKeys(AFile.with(key, "x")).remedy(missed)).isEmpty();
  }

  @Test
  void of_those_that_a_placeholder_is_near_to_one_is_named_too() {
    Settings settings =
        Settings.of(
            List.of(
                new FailingSource(),
                AFile.named("near", "shop.origns", "x"),
                AFile.named("far", "shop.orgins", "x", "shop.orgns", "x")));
    assertThat(new NearKeys(settings).remedy("shop.origins"))
        .contains("shop.orgins in far has no effect on it: rename it to shop.origins");
  }

  @Test
  void what_a_file_has_in_capitals_is_to_be_the_key_itself() {
    assertThat(new NearKeys(AFile.with("SHOP_ORIGINS", "x")).remedy("shop.origins"))
        .contains(rename("SHOP_ORIGINS", "shop.origins"));
  }
}
