package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.wadl.internal.WadlResource;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jboss.weld.proxy.WeldClientProxy;
import org.junit.jupiter.api.Test;

/** What an application brings, and what its runtime and its container do. */
class ForeignClassesTest {

  static class Orders {}

  interface Viewable {}

  @Test
  void what_a_runtime_answers_itself_is_its_own() {
    assertThat(ForeignClasses.isOfRuntime(WadlResource.class)).isTrue();
    assertThat(ForeignClasses.isOfRuntime(Cxf.class)).isTrue();
    assertThat(ForeignClasses.isOfRuntime(Orders.class)).isFalse();
    assertThat(ForeignClasses.isOfRuntime(ServletContainer.class)).isFalse();
  }

  @Test
  void jersey_is_known_by_its_package() {
    assertThat(ForeignClasses.isOfJersey(ServletContainer.class)).isTrue();
    assertThat(ForeignClasses.isOfJersey(Orders.class)).isFalse();
  }

  @Test
  void an_inflector_handles_requests() {
    assertThat(ForeignClasses.isHandler(Inflector.class)).isTrue();
    assertThat(ForeignClasses.isHandler(Viewable.class)).isFalse();
  }

  @Test
  void a_mark_of_a_container_is_none_of_an_author() {
    assertThat(ForeignClasses.marksGenerated(WeldClientProxy.class)).isTrue();
    assertThat(ForeignClasses.marksGenerated(Viewable.class)).isFalse();
  }

  @Test
  void a_class_can_use_the_library_if_its_loader_finds_this_very_library() throws Exception {
    ClassLoader elsewhere = new Elsewhere(Orders.class.getClassLoader());
    assertThat(ForeignClasses.canUseLibrary(Orders.class)).isTrue();
    assertThat(ForeignClasses.canUseLibrary(String.class)).isFalse();
    assertThat(ForeignClasses.canUseLibrary(ResourceConfig.class)).isFalse();
    assertThat(ForeignClasses.canUseLibrary(elsewhere.loadClass(Orders.class.getName()))).isFalse();
    StandIns application = new Beans().loader();
    assertThat(ForeignClasses.canUseLibrary(application.loadClass("jakarta.enterprise.inject.Any")))
        .isTrue();
  }

  /** Another application of the server, with the library in a copy of its own. */
  private static final class Elsewhere extends ClassLoader {

    Elsewhere(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(CorsPolicy.class.getName()) && !name.equals(Orders.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? copied(name) : loaded;
    }

    private Class<?> copied(String name) throws ClassNotFoundException {
      try (InputStream compiled =
          getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = compiled.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
