package dev.jaxrscors.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The processor's jar holds policies and the standard's words besides: nothing else is there. */
@AnalyzeClasses(
    packages = "dev.jaxrscors.processor",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ProcessorLayerTest {
  @ArchTest
  static final ArchRule the_processor_knows_policy_and_fetch_alone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.jaxrscors.processor..",
              "dev.jaxrscors.policy..",
              "dev.jaxrscors.fetch..",
              "java..",
              "javax.annotation.processing..",
              "javax.lang.model..",
              "javax.tools..",
              "org.jspecify..");
}
