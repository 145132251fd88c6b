package dev.jaxrscors;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The layers: the adapter, then protocol, policy, the words of the annotation and fetch, each
 * knowing only those below it; so only the adapter knows JAX-RS.
 *
 * <p>A rule that finds no class to check fails, so a renamed package cannot slip out of its layer.
 */
@AnalyzeClasses(
    packages = LayersTest.ADAPTER,
    importOptions = {ImportOption.DoNotIncludeTests.class})
class LayersTest {
  static final String ADAPTER = "dev.jaxrscors";
  private static final String PROTOCOL = ADAPTER + ".protocol..";
  private static final String POLICY = ADAPTER + ".policy..";
  private static final String FETCH = ADAPTER + ".fetch..";
  private static final String CONFIG = ADAPTER + ".config..";
  private static final String CASCADE = ADAPTER + ".internal.cascade..";
  private static final String[] INNER = {PROTOCOL, CASCADE, POLICY, FETCH};

  private static final Set<String> WORDS =
      Stream.of("CorsPolicy", "Credentials", "Danger", "OriginSource", "Refusal", "Target")
          .map(word -> ADAPTER + "." + word)
          .collect(Collectors.toSet());

  private static final String JDK = "java..";
  private static final String REFLECTION = "java.lang.reflect..";
  private static final String JSPECIFY = "org.jspecify..";

  @ArchTest static final ArchRule fetch_knows_only_the_jdk = only(FETCH, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule the_words_of_the_annotation_know_only_fetch =
      classes()
          .that(describe("are words of the annotation", LayersTest::isWord))
          .should()
          .onlyDependOnClassesThat(known(FETCH, JDK));

  @ArchTest
  static final ArchRule policy_knows_only_the_words_and_fetch =
      only(POLICY, POLICY, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule protocol_knows_only_policy_the_words_and_fetch =
      only(PROTOCOL, PROTOCOL, POLICY, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule the_cascade_knows_only_policy_the_words_and_fetch =
      only(CASCADE, CASCADE, POLICY, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule configuration_knows_the_cascade_and_what_that_knows =
      only(CONFIG, CONFIG, CASCADE, POLICY, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule decisions_are_values_and_log_nothing =
      noClasses()
          .that()
          .resideInAnyPackage(INNER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class);

  @ArchTest
  static final ArchRule decisions_need_no_reflection =
      noClasses()
          .that()
          .resideInAnyPackage(INNER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(REFLECTION)
          .orShould()
          .callMethodWhere(describe("it looks a class or member up", LayersTest::looksUp));

  @ArchTest
  static final ArchRule no_two_packages_need_each_other =
      slices().assignedFrom(new OnePerPackage()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule every_package_is_null_marked = classes().should(liveInANullMarkedPackage());

  private static ArchRule only(String layer, String... known) {
    return classes().that().resideInAPackage(layer).should().onlyDependOnClassesThat(known(known));
  }

  private static DescribedPredicate<JavaClass> known(String... packages) {
    return resideInAnyPackage(packages)
        .or(describe("are words of the annotation", LayersTest::isWord));
  }

  private static boolean isWord(JavaClass type) {
    return WORDS.contains(type.getBaseComponentType().getName());
  }

  /** {@code getMethods()} and its kin name no type of the reflection package in the byte code. */
  private static boolean looksUp(JavaMethodCall call) {
    JavaClass found = call.getTarget().getRawReturnType().getBaseComponentType();
    return resideInAPackage(REFLECTION).test(found) || call.getName().equals("forName");
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package annotated with @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(type, marked, type.getName()));
      }
    };
  }

  private static final class OnePerPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(isWord(type) ? "the words" : type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "one slice per package, and one for the words";
    }
  }
}
