package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** However often an application is deployed anew, it has one deployment. */
class ReplacedDeploymentsTest {

  private static final String KEY = "cors.policy.replaced.origins";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Path("replaced")
  @CorsPolicy("replaced")
  static class Replaced {
    @GET
    public String get() {
      return "";
    }
  }

  private final Map<String, Object> properties = new ConcurrentHashMap<>();

  @Test
  void what_is_replaced_is_forgotten() throws InterruptedException {
    properties.put("cors.reload", "1ms");
    properties.put(KEY, "https://a0.example");
    Redeployment redeployment = Deployed.again(properties, List.of(Replaced.class));
    List<WeakReference<HostDeployments>> replaced = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      replaced.add(replace(redeployment, "https://a" + i + ".example"));
    }

    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !replaced.stream().allMatch(ref -> ref.refersTo(null))) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(replaced).allMatch(ref -> ref.refersTo(null));
  }

  private WeakReference<HostDeployments> replace(Redeployment redeployment, String origin)
      throws InterruptedException {
    WeakReference<HostDeployments> before = new WeakReference<>(redeployment.inForce());
    properties.put(KEY, origin);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (before.refersTo(redeployment.inForce())) {
      assertThat(System.nanoTime()).isLessThan(end);
      redeployment.tick();
      Thread.sleep(2);
    }
    return before;
  }
}
