package dev.jaxrscors.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.jaxrscors.internal.resource.PathTemplate;

/** The processor's jar holds policies and the words that they are made of: no more. */
@AnalyzeClasses(
    packages = "dev.jaxrscors.processor",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ProcessorLayerTest {
  @ArchTest
  static final ArchRule the_processor_knows_policies_and_their_words_alone =
      classes()
          .should()
          .onlyDependOnClassesThat(
              equivalentTo(PathTemplate.class)
                  .or(
                      resideInAnyPackage(
                          "dev.jaxrscors",
                          "dev.jaxrscors.processor..",
                          "dev.jaxrscors.internal.cascade..",
                          "dev.jaxrscors.policy..",
                          "dev.jaxrscors.fetch..",
                          "java..",
                          "javax.annotation.processing..",
                          "javax.lang.model..",
                          "javax.tools..",
                          "org.jspecify..")));
}
