package dev.jaxrscors.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that users get. */
class JarTest {

  @Test
  void it_adds_one_jar_to_a_war() {
    assertThat(Jars.inWar()).containsExactly(Jars.library());
  }

  @Test
  void it_holds_nothing_but_its_own_packages() throws IOException {
    try (JarFile jar = new JarFile(Jars.library().toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .contains(
              "dev/jaxrscors/rest/CorsFeature.class", "META-INF/LICENSE", "META-INF/beans.xml")
          .allMatch(
              name ->
                  name.startsWith("dev/jaxrscors/")
                      || name.startsWith("META-INF/")
                      || name.equals("module-info.class"));
    }
  }

  @Test
  void it_is_a_module_that_exports_what_users_import() {
    ModuleDescriptor module =
        ModuleFinder.of(Jars.library()).findAll().iterator().next().descriptor();

    assertThat(module.name()).isEqualTo("dev.jaxrscors");
    assertThat(module.isAutomatic()).isFalse();
    assertThat(module.exports().stream().filter(e -> !e.isQualified()))
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder(
            "dev.jaxrscors",
            "dev.jaxrscors.event",
            "dev.jaxrscors.fetch",
            "dev.jaxrscors.metrics",
            "dev.jaxrscors.openapi",
            "dev.jaxrscors.policy",
            "dev.jaxrscors.report",
            "dev.jaxrscors.rest",
            "dev.jaxrscors.servlet");
    assertThat(requiredAtRunTime(module)).containsExactlyInAnyOrder("java.base", "jakarta.ws.rs");
  }

  private static Set<String> requiredAtRunTime(ModuleDescriptor module) {
    return module.requires().stream()
        .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .map(ModuleDescriptor.Requires::name)
        .collect(Collectors.toSet());
  }

  @Test
  void it_is_a_bundle_that_imports_every_version_of_the_api_it_runs_on() throws IOException {
    try (JarFile jar = new JarFile(Jars.library().toFile())) {
      Attributes headers = jar.getManifest().getMainAttributes();

      assertThat(headers.getValue("Bundle-ManifestVersion")).isEqualTo("2");
      assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("dev.jaxrscors");
      assertThat(headers.getValue("Export-Package"))
          .contains("dev.jaxrscors;", "dev.jaxrscors.fetch;", "dev.jaxrscors.policy;")
          .contains(
              "dev.jaxrscors.rest;",
              "dev.jaxrscors.event;",
              "dev.jaxrscors.metrics;",
              "dev.jaxrscors.openapi;",
              "dev.jaxrscors.report;",
              "dev.jaxrscors.servlet;")
          .doesNotContain("internal");
      assertThat(headers.getValue("Import-Package"))
          .contains("jakarta.ws.rs;version=\"[3.0,5)\"")
          .contains("jakarta.ws.rs.container;version=\"[3.0,5)\"")
          .contains("jakarta.annotation;resolution:=optional")
          .contains("jakarta.servlet;resolution:=optional;version=\"[5.0,7)\"")
          .contains("io.micrometer.core.instrument;resolution:=optional")
          .contains("org.eclipse.microprofile.openapi;resolution:=optional")
          .contains("org.eclipse.microprofile.openapi.models;resolution:=optional");
    }
  }
}
