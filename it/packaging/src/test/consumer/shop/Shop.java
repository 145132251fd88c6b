package shop;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.report.CorsReport;
import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.rest.CorsSetup;

/** Reaches every exported package, and what is inside the module. */
@CorsPolicy(origins = "https://app.example.com")
public class Shop {

  private Shop() {}

  /**
   * Prints what it finds.
   *
   * @param arguments none
   * @throws Exception if anything is missing
   */
  public static void main(String[] arguments) throws Exception {
    Policy policy = Policy.builder().origins("https://app.example.com").build();
    CorsSetup.builder().policy("shop", policy).build();
    System.out.println(Shop.class.getAnnotation(CorsPolicy.class).origins()[0]);
    System.out.println(CorsFeature.class.getModule().getName());
    try {
      // The list of public suffixes is a resource of the module.
      Policy.builder().origins("https://*.co.uk").credentials(Credentials.ALLOW).build();
    } catch (InvalidPolicyException e) {
      System.out.println("refused");
    }
    // So are the style and the script of the report.
    CorsReport report = CorsReport.of(CorsSetup.builder().build());
    System.out.println(report.toHtml().lines().findFirst().orElseThrow());
  }
}
