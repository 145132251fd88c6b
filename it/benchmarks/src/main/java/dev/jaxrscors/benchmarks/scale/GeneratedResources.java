package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.FixedValue;

/** Writes root resource classes, with as many resource methods as one likes. */
final class GeneratedResources {

  private GeneratedResources() {}

  /** Returns classes with a policy of their own, of {@code perClass} methods each. */
  static List<Class<?>> governed(int classes, int perClass) {
    AnnotationDescription policy =
        AnnotationDescription.Builder.ofType(CorsPolicy.class)
            .defineArray("origins", "https://app.example.com", "https://*.example.org")
            .build();
    return load(
        IntStream.range(0, classes)
            .mapToObj(i -> resource("G" + i, perClass).annotateType(policy)));
  }

  private static DynamicType.Builder<Object> resource(String name, int methods) {
    DynamicType.Builder<Object> type =
        new ByteBuddy()
            .subclass(Object.class)
            .name("generated." + name)
            .annotateType(path(name + methods));
    for (int i = 0; i < methods; i++) {
      type = method(type, i);
    }
    return type;
  }

  private static DynamicType.Builder<Object> method(DynamicType.Builder<Object> type, int i) {
    return type.defineMethod("read" + i, String.class, Modifier.PUBLIC)
        .withParameter(String.class)
        .annotateParameter(named(PathParam.class, "id"))
        .withParameter(String.class)
        .annotateParameter(named(HeaderParam.class, "X-Api-Key"))
        .intercept(FixedValue.value("read"))
        .annotateMethod(AnnotationDescription.Builder.ofType(GET.class).build())
        .annotateMethod(path("m" + i + "/{id}"));
  }

  private static AnnotationDescription path(String template) {
    return named(Path.class, template);
  }

  private static AnnotationDescription named(Class<? extends Annotation> type, String value) {
    return AnnotationDescription.Builder.ofType(type).define("value", value).build();
  }

  private static List<Class<?>> load(Stream<DynamicType.Builder<Object>> types) {
    Written loader = new Written();
    return types
        .map(DynamicType.Builder::make)
        .<Class<?>>map(type -> loader.define(type.getTypeDescription().getName(), type.getBytes()))
        .toList();
  }

  /** Loads all classes of an application, as a server does. */
  private static final class Written extends ClassLoader {

    Written() {
      super(GeneratedResources.class.getClassLoader());
    }

    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
