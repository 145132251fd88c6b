package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.processor.Compilation;
import dev.jaxrscors.rest.CorsSetup;
import dev.jaxrscors.rest.Setups;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small application as text: what stands in its annotations, in its policy in code, in its
 * configuration. Each of them can be edited, as the reader of a message would edit it.
 */
final class WrittenShop {

  private static final String SOURCE =
      """
      import dev.jaxrscors.*;
      import dev.jaxrscors.fetch.Origin;
      import dev.jaxrscors.policy.*;
      import dev.jaxrscors.rest.*;
      import jakarta.ws.rs.*;
      @Path("orders")
      %s
      public class Orders {
        @GET public String get() { return ""; }
        %s
        @PUT public void put(@HeaderParam("X-Key") String key) {}
        @DELETE public void delete() {}
        public static final class Tenants implements OriginSource {
          public Tenants() {}
          @Override public boolean allows(Origin origin, Target target) {
            return false;
          }
        }
        public static CorsSetup setup() {
          return CorsSetup.builder()%s%s.build();
        }
      }
      """;

  /** The members of the annotation on the class, by name; none, and there is no annotation. */
  final Map<String, String> onClass = new LinkedHashMap<>();

  /** The members of the annotation on the method {@code put}. */
  final Map<String, String> onMethod = new LinkedHashMap<>();

  /** The calls that build the policy named {@code shop}, by the name of the method. */
  final Map<String, String> inCode = new LinkedHashMap<>();

  /** The calls that build the default policy. */
  final Map<String, String> byDefault = new LinkedHashMap<>();

  final Map<String, String> properties = new LinkedHashMap<>();
  final Map<String, String> variables = new LinkedHashMap<>();

  WrittenShop copy() {
    WrittenShop copy = new WrittenShop();
    copy.onClass.putAll(onClass);
    copy.onMethod.putAll(onMethod);
    copy.inCode.putAll(inCode);
    copy.byDefault.putAll(byDefault);
    copy.properties.putAll(properties);
    copy.variables.putAll(variables);
    return copy;
  }

  WrittenShop onClass(String member, String value) {
    onClass.put(member, value);
    return this;
  }

  WrittenShop onMethod(String member, String value) {
    onMethod.put(member, value);
    return this;
  }

  WrittenShop inCode(String method, String arguments) {
    inCode.put(method, arguments);
    return this;
  }

  WrittenShop byDefault(String method, String arguments) {
    byDefault.put(method, arguments);
    return this;
  }

  WrittenShop property(String key, String value) {
    properties.put(key, value);
    return this;
  }

  WrittenShop variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Compiles it, and deploys it. */
  DeployedShop deploy() {
    Class<?> orders = compiled();
    Setup setup =
        setup(orders)
            .configuredBy(
                Settings.of(
                    List.of(
                        StandardSources.properties("application properties", properties),
                        StandardSources.environment(variables))));
    return new DeployedShop(Served.host(setup, orders), orders);
  }

  /** Returns what stops the deployment, if anything does. */
  List<Mistake> mistakes() {
    try {
      deploy();
      return List.of();
    } catch (InvalidPolicyException e) {
      return e.mistakes();
    }
  }

  private Class<?> compiled() {
    Compilation compilation =
        new Compilation()
            .source(
                "package shop;\n"
                    + SOURCE.formatted(
                        annotation(onClass),
                        annotation(onMethod),
                        policy(".policy(\"shop\", Policy.builder()", inCode),
                        policy(".defaultPolicy(Policy.builder()", byDefault)))
            .withoutProcessor()
            .run();
    assertThat(compilation.errors()).isEmpty();
    try {
      return compilation.loader().loadClass("shop.Orders");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Setup setup(Class<?> orders) {
    try {
      return Setups.behind((CorsSetup) orders.getMethod("setup").invoke(null));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidPolicyException mistakes) {
        throw mistakes;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static String annotation(Map<String, String> members) {
    return members.isEmpty()
        ? ""
        : members.entrySet().stream()
            .map(member -> member.getKey() + " = " + member.getValue())
            .collect(Collectors.joining(", ", "@CorsPolicy(", ")"));
  }

  private static String policy(String start, Map<String, String> calls) {
    return calls.isEmpty()
        ? ""
        : calls.entrySet().stream()
            .map(call -> "." + call.getKey() + "(" + call.getValue() + ")")
            .collect(Collectors.joining("", start, ".build())"));
  }
}
