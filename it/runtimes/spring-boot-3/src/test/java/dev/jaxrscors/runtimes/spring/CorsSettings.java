package dev.jaxrscors.runtimes.spring;

import java.util.Map;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Hands to Jersey, where the library looks for them, the settings that Spring knows. */
@Configuration
class CorsSettings {

  @Bean
  ResourceConfigCustomizer handedOn(Environment environment) {
    Map<String, String> settings =
        Binder.get(environment)
            .bind("cors", Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    return config -> settings.forEach((key, value) -> config.property("cors." + key, value));
  }
}
