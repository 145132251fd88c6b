package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Target;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may read a 404: the pages that all resources agree on. */
class CommonPolicyTest {

  private static final String SITE = "https://app.example.com";

  private final CommonPolicy common = new CommonPolicy();

  private static Policy.Builder site() {
    return Policy.builder().origins(SITE);
  }

  private void add(Policy.Builder policy) {
    common.add(new AppliedPolicy.Resolved(policy.build(), Provenance.UNKNOWN, null));
  }

  private Policy agreed() {
    assertThat(common.applied()).isInstanceOf(AppliedPolicy.Governed.class);
    return ((AppliedPolicy.Governed) common.applied()).policy();
  }

  private void assertNoAgreement() {
    assertThat(common.applied()).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }

  @Test
  void without_any_resource_there_is_no_agreement() {
    assertNoAgreement();
  }

  @Test
  void of_what_one_resource_says_the_origins_credentials_and_exposed_headers_count() {
    add(site().credentials(Credentials.ALLOW).exposedHeaders("ETag").methods("PUT").maxAge(5));
    assertThat(agreed())
        .isEqualTo(site().credentials(Credentials.ALLOW).exposedHeaders("ETag").build());
    assertThat(agreed().sets(Member.METHODS)).isFalse();
  }

  @Test
  void it_is_where_a_target_is_none() {
    add(site());
    AppliedPolicy.Governed applied = (AppliedPolicy.Governed) common.applied();
    assertThat(applied.path()).isEqualTo(Target.UNMATCHED);
    assertThat(applied.outlivesMethod()).isFalse();
    assertThat(applied.supplier()).isNull();
  }

  @Test
  void those_who_differ_in_what_errors_do_not_show_agree() {
    add(site().maxAge(5));
    add(site().methods("PUT"));
    assertThat(agreed()).isEqualTo(site().build());
  }

  @Test
  void one_with_other_origins_or_credentials_ends_the_agreement_for_good() {
    add(site());
    add(Policy.builder().origins("https://other.example.com"));
    assertNoAgreement();
    add(site());
    assertNoAgreement();

    CommonPolicy another = new CommonPolicy();
    another.add(new AppliedPolicy.Resolved(site().build(), Provenance.UNKNOWN, null));
    another.add(
        new AppliedPolicy.Resolved(
            site().credentials(Credentials.ALLOW).build(), Provenance.UNKNOWN, null));
    assertThat(another.applied()).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }

  @Test
  void so_does_one_without_a_policy_or_with_a_wrong_one() {
    add(site());
    common.add(AppliedPolicy.Ungoverned.RESOURCE);
    assertNoAgreement();
    add(site());
    assertNoAgreement();
  }

  @Test
  void exposed_headers_that_are_not_agreed_on_are_not_exposed() {
    add(site().exposedHeaders("ETag"));
    add(site().exposedHeaders("ETag"));
    assertThat(agreed().exposedHeaders().fieldValue()).isEqualTo("ETag");

    add(site().exposedHeaders("X-Total"));
    assertThat(agreed()).isEqualTo(site().build());
    add(site().exposedHeaders("ETag"));
    assertThat(agreed()).isEqualTo(site().build());
  }

  @Test
  void whoever_supplies_the_policy_of_one_may_replace_it() {
    SuppliedPolicy supplier = new SuppliedPolicy("shop", () -> site().build());
    common.add(new AppliedPolicy.Resolved(site().build(), Provenance.UNKNOWN, supplier));
    assertThat(common.applied().supplier()).isSameAs(supplier);

    SuppliedPolicy another = new SuppliedPolicy("other", () -> site().build());
    common.add(
        new AppliedPolicy.Resolved(
            site().exposedHeaders("ETag").build(), Provenance.UNKNOWN, another));
    assertThat(common.applied().supplier()).isSameAs(supplier);
  }

  @Path("shop")
  @CorsPolicy(origins = SITE)
  static class Shop {
    @GET
    public void get() {}
  }

  @Aside
  @Path("aside")
  static class OfTheLibrary {
    @GET
    public void get() {}
  }

  @Path("health")
  static class Health {
    @GET
    public void get() {}
  }

  private static ResourceClass read(Class<?> type) {
    return new ResourceClass(
        type, List.of(), new Resolver(Setup.EMPTY, new SourceInstances())::resolve);
  }

  @Test
  void a_resource_of_the_library_itself_has_no_say() {
    common.add(read(OfTheLibrary.class));
    common.add(read(Shop.class));
    common.add(read(OfTheLibrary.class));
    assertThat(agreed()).isEqualTo(site().build());

    common.add(read(Health.class));
    assertNoAgreement();
  }
}
