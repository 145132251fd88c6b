package dev.jaxrscors;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The house: doors, then the rooms behind them, one for each step of the trip, each knowing only
 * those below it; and nothing inside looks up at a door.
 *
 * <p>A rule that finds no class to check fails, so a renamed package cannot slip out of its layer.
 */
@AnalyzeClasses(
    packages = LayersTest.ROOT,
    importOptions = {ImportOption.DoNotIncludeTests.class})
class LayersTest {
  static final String ROOT = "dev.jaxrscors";
  private static final String REST = ROOT + ".rest..";
  private static final String REPORT = ROOT + ".report..";
  private static final String FILTER = ROOT + ".internal.filter..";
  private static final String DEPLOY = ROOT + ".internal.deploy..";
  private static final String RESOURCE = ROOT + ".internal.resource..";
  private static final String RUNTIME = ROOT + ".internal.runtime..";
  private static final String CONFIG = ROOT + ".internal.config..";
  private static final String CASCADE = ROOT + ".internal.cascade..";
  private static final String PROTOCOL = ROOT + ".internal.protocol..";
  private static final String POLICY = ROOT + ".policy..";
  private static final String EVENT = ROOT + ".event..";
  private static final String METRICS = ROOT + ".metrics..";
  private static final String OPENAPI = ROOT + ".openapi..";
  private static final String SERVLET = ROOT + ".servlet..";
  private static final String FETCH = ROOT + ".fetch..";
  private static final String[] INNER = {PROTOCOL, CASCADE, POLICY, EVENT, ROOT, FETCH};

  private static final String JDK = "java..";
  private static final String REFLECTION = "java.lang.reflect..";
  private static final String JSPECIFY = "org.jspecify..";
  private static final String SERVLET_API = "jakarta.servlet..";
  private static final String MICROMETER = "io.micrometer..";
  private static final String MICROPROFILE_OPENAPI = "org.eclipse.microprofile.openapi..";

  @ArchTest static final ArchRule fetch_knows_only_the_jdk = only(FETCH, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule the_words_on_a_resource_know_only_fetch =
      only(ROOT, ROOT, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule the_cascade_knows_only_policy_and_what_is_below =
      only(CASCADE, CASCADE, POLICY, ROOT, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule policy_knows_only_fetch_and_the_words_on_a_resource =
      only(POLICY, POLICY, ROOT, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule protocol_knows_only_policy_and_what_is_below =
      only(PROTOCOL, PROTOCOL, POLICY, EVENT, ROOT, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule events_know_only_policy_and_what_is_below =
      only(EVENT, EVENT, POLICY, ROOT, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule metrics_know_only_events_and_micrometer =
      only(METRICS, METRICS, EVENT, ROOT, JDK, JSPECIFY, MICROMETER);

  @ArchTest
  static final ArchRule nothing_but_the_metrics_needs_micrometer =
      noClasses()
          .that()
          .resideOutsideOfPackage(METRICS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(METRICS, MICROMETER);

  @ArchTest
  static final ArchRule the_filter_of_openapi_knows_only_the_report_and_openapi =
      only(OPENAPI, OPENAPI, REPORT, JDK, JSPECIFY, MICROPROFILE_OPENAPI);

  @ArchTest
  static final ArchRule nothing_but_its_filter_needs_openapi =
      noClasses()
          .that()
          .resideOutsideOfPackage(OPENAPI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OPENAPI, MICROPROFILE_OPENAPI);

  @ArchTest
  static final ArchRule configuration_knows_no_runtime_and_no_jakarta_rest =
      only(CONFIG, CONFIG, CASCADE, POLICY, ROOT, FETCH, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule nothing_inside_looks_up_at_a_door_or_at_a_room_above =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("doors")
          .definedBy(REST, REPORT, METRICS, OPENAPI, SERVLET)
          .layer("filter")
          .definedBy(FILTER)
          .layer("deploy")
          .definedBy(DEPLOY)
          .layer("resource")
          .definedBy(RESOURCE)
          .layer("runtime")
          .definedBy(RUNTIME)
          .layer("config")
          .definedBy(CONFIG)
          .whereLayer("doors")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("filter")
          .mayOnlyBeAccessedByLayers("doors")
          .whereLayer("deploy")
          .mayOnlyBeAccessedByLayers("doors", "filter")
          .whereLayer("resource")
          .mayOnlyBeAccessedByLayers("doors", "filter", "deploy")
          .whereLayer("runtime")
          .mayOnlyBeAccessedByLayers("doors", "filter", "deploy", "resource")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("deploy", "runtime");

  @ArchTest
  static final ArchRule the_door_to_jakarta_rest_needs_no_other_door =
      noClasses()
          .that()
          .resideInAPackage(REST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(REPORT, SERVLET);

  @ArchTest
  static final ArchRule nothing_but_the_servlet_door_needs_the_servlet_api =
      noClasses()
          .that()
          .resideOutsideOfPackage(SERVLET)
          .and(describe("are not behind that door", type -> !isOfDoor(type)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVLET_API)
          .orShould()
          .dependOnClassesThat(describe("that do", LayersTest::isOfDoor));

  @ArchTest
  static final ArchRule only_doors_filters_and_runtimes_know_a_request =
      noClasses()
          .that()
          .resideOutsideOfPackages(REST, REPORT, FILTER, RUNTIME)
          .should()
          .dependOnClassesThat(describe("a request or a response", LayersTest::isOfRequest));

  @ArchTest
  static final ArchRule only_runtimes_are_looked_up_by_name =
      noClasses()
          .that()
          .resideOutsideOfPackage(RUNTIME)
          .should()
          .callMethodWhere(describe("it looks a class or method up", LayersTest::looksUpByName));

  @ArchTest
  static final ArchRule what_is_public_of_the_filters_is_a_provider =
      classes()
          .that()
          .resideInAPackage(FILTER)
          .and()
          .arePublic()
          .should()
          .beAssignableTo(
              describe("a provider of Jakarta REST, or a door", LayersTest::isProvider));

  @ArchTest
  static final ArchRule servers_that_scan_find_no_resource =
      noMethods()
          .should()
          .beAnnotatedWith(Path.class)
          .because("servers that scan take the class of such a method for a resource, and warn");

  @ArchTest
  static final ArchRule no_two_types_differ_by_a_final_s_alone =
      classes().that().areTopLevelClasses().should(haveANameOfTheirOwn());

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

  private static boolean isOfRequest(JavaClass type) {
    return type.getPackageName().equals("jakarta.ws.rs.container")
        && type.getSimpleName().matches("Container.*Context");
  }

  /** {@code DoorFinder} is for both sides of it. */
  private static boolean isOfDoor(JavaClass type) {
    String room = ROOT + ".internal.filter.";
    String name = type.getName();
    return name.startsWith(room + "ServedDoor")
        || (name.startsWith(room + "Door") && !name.equals(room + "DoorFinder"));
  }

  private static boolean isProvider(JavaClass type) {
    return type.getSimpleName().equals("ServedDoor")
        || type.isAssignableTo(ContainerRequestFilter.class)
        || type.isAssignableTo(ContextResolver.class)
        || type.isAssignableTo(ContainerResponseFilter.class)
        || type.isAssignableTo(DynamicFeature.class)
        || type.isAssignableTo(ExceptionMapper.class)
        || type.isAssignableTo(Feature.class)
        || type.isAssignableTo(WriterInterceptor.class);
  }

  private static boolean looksUpByName(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Class.class)
        && Set.of("forName", "getMethod").contains(call.getName());
  }

  private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
    return new ArchCondition<>("not have the name of another type in the plural") {
      private final Set<String> names = new HashSet<>();

      @Override
      public void init(Collection<JavaClass> all) {
        all.forEach(type -> names.add(type.getSimpleName()));
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean own = !names.contains(type.getSimpleName() + "s");
        events.add(new SimpleConditionEvent(type, own, type.getName()));
      }
    };
  }

  private static ArchRule only(String layer, String... known) {
    return classes()
        .that()
        .resideInAPackage(layer)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known);
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
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "one slice per package, and one for the words";
    }
  }
}
