package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.TypeArguments;
import dev.jaxrscors.internal.runtime.RuntimeMatch;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext;
import org.junit.jupiter.api.Test;

/**
 * A server is not restarted for each new version of an application. What the library keeps goes
 * with the application, although it has looked at classes that stay: the server's, and the JDK's.
 *
 * <p>No records are compared here: once they are, JDK 17 itself holds on to their class loader.
 */
class LeftBehindTest {

  private static final int MOST_COLLECTIONS = 50;

  /** The library and its application, as a server loads them from a WAR. */
  private static final class War extends ClassLoader {

    War() {
      super(LeftBehindTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.jaxrscors.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** An application that has the library look at what is not its own. */
  public static final class Deployed implements Runnable {

    @Override
    public void run() {
      for (Class<?> type : List.of(Orders.class, Object.class, Collection.class)) {
        ClassMethods.of(type);
        LevelWalk.isAnnotated(type);
        TypeArguments.of(type);
      }
      if (new RuntimeMatch().of(request()) == null) {
        throw new IllegalStateException("nothing was looked at");
      }
    }

    /** Returns a request of RESTEasy, which is the server's. */
    private static PostMatchContainerRequestContext request() {
      ResourceMethodInvoker invoker =
          new ResourceMethodInvoker(Orders.class, Fakes.method(Orders.class, "list"));
      return (PostMatchContainerRequestContext)
          Proxy.newProxyInstance(
              PostMatchContainerRequestContext.class.getClassLoader(),
              new Class<?>[] {PostMatchContainerRequestContext.class},
              (proxy, method, arguments) -> invoker);
    }
  }

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void list() {}
  }

  @Test
  void nothing_holds_on_to_an_application_that_is_gone() throws Exception {
    WeakReference<ClassLoader> gone = deployAndForget();
    for (int i = 0; i < MOST_COLLECTIONS && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(gone.get()).isNull();
  }

  private static WeakReference<ClassLoader> deployAndForget() throws Exception {
    ClassLoader war = new War();
    Class<?> deployed = Class.forName(Deployed.class.getName(), true, war);
    assertThat(deployed.getClassLoader()).isSameAs(war);
    ((Runnable) deployed.getConstructor().newInstance()).run();
    return new WeakReference<>(war);
  }
}
