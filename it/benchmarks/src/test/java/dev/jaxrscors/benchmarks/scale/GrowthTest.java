package dev.jaxrscors.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.benchmarks.Allocation;
import dev.jaxrscors.rest.CorsSetup;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fails when work grows faster than what it is done for. The work is counted by the bytes that it
 * allocates: eight times the methods, were it their square, would take 64 times as many.
 */
class GrowthTest {

  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  @BeforeEach
  void log_warnings_only() {
    root.setLevel(Level.WARNING);
    start(GeneratedResources.governed(1, 10));
  }

  @AfterEach
  void log_as_before() {
    root.setLevel(before);
  }

  @Test
  void deployment_grows_with_the_methods_of_a_class() {
    long some = bytes(GeneratedResources.governed(1, 100));
    long many = bytes(GeneratedResources.governed(1, 800));
    assertThat(many).isLessThan(12 * some);
  }

  @Test
  void deployment_grows_with_the_classes() {
    long some = bytes(GeneratedResources.governed(10, 10));
    long many = bytes(GeneratedResources.governed(80, 10));
    assertThat(many).isLessThan(12 * some);
  }

  private static long bytes(List<Class<?>> resources) {
    return Allocation.once(() -> start(resources));
  }

  private static void start(List<Class<?>> resources) {
    FeatureHost.start(resources, CorsSetup.builder().build());
  }

  @ParameterizedTest
  @EnumSource
  void a_list_of_origins_keeps_no_more_than_a_hash_set(Listed listed) {
    MemoryBenchmark memory = new MemoryBenchmark();
    memory.customers = 10_000;
    memory.listed = listed;
    MemoryBenchmark.Kept policy = new MemoryBenchmark.Kept();
    MemoryBenchmark.Kept hashSet = new MemoryBenchmark.Kept();
    memory.policy(policy);
    memory.hashSet(hashSet);
    assertThat(policy.keptBytes).isPositive().isLessThan(hashSet.keptBytes);
  }
}
