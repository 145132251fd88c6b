package dev.jaxrscors.browser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The test kit judges servers of any kind: it needs AssertJ, and not the library. */
@AnalyzeClasses(
    packages = "dev.jaxrscors.testing",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class TestKitLayerTest {
  @ArchTest
  static final ArchRule the_test_kit_stands_alone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.jaxrscors.testing..",
              "java..",
              "javax.net..",
              "org.assertj..",
              "org.jspecify..");
}
