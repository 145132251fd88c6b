package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.policy.AllowedOrigins;
import dev.jaxrscors.policy.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.web.cors.CorsConfiguration;

/** Ways to find out whether an origin is listed. */
public enum LookUp {
  /** Nothing is looked up: what a new text costs by itself. */
  NONE {
    @Override
    Predicate<String> in(List<String> values) {
      return origin -> !origin.isEmpty();
    }
  },
  /** A set of texts, which knows no pattern and takes what is no origin for a stranger. */
  HASH_SET {
    @Override
    Predicate<String> in(List<String> values) {
      Set<String> set = new HashSet<>(values);
      return set::contains;
    }
  },
  /** Spring's own. */
  SPRING {
    @Override
    Predicate<String> in(List<String> values) {
      CorsConfiguration configuration = new CorsConfiguration();
      configuration.setAllowedOriginPatterns(
          values.stream().filter(value -> value.contains("*")).toList());
      configuration.setAllowedOrigins(
          values.stream().filter(value -> !value.contains("*")).toList());
      return origin -> configuration.checkOrigin(origin) != null;
    }
  },
  /** This library's. */
  OURS {
    @Override
    Predicate<String> in(List<String> values) {
      AllowedOrigins origins = Policy.builder().origins(values).build().origins();
      return origins::lists;
    }
  };

  /** Returns whether an origin is listed. */
  abstract Predicate<String> in(List<String> values);
}
