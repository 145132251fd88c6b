package dev.jaxrscors.wire;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** The resources that the conformance cases talk to: a group of cases, a resource, a policy. */
public final class ConformanceResources {

  /** The name under which every resource method here counts its calls. */
  public static final String RESOURCE = "resource";

  static final Class<?>[] ALL = {
    P01.class,
    P02.class,
    P03.class,
    P04.class,
    P05.class,
    P06.class,
    P07.class,
    P08.class,
    P09.class,
    P10.class,
    P11.class,
    P12.class,
    P13.class,
    P14.class,
    P15.class,
    P16.class,
    P16S.class,
    P17.class,
    P18.class
  };

  private ConformanceResources() {}

  /** Returns a resource for each group of cases. */
  public static Set<Class<?>> all() {
    return Set.of(ALL);
  }

  /** What all of them have in common. */
  public abstract static class Group {

    @GET
    public String get() {
      return answer("got");
    }

    @POST
    public String post() {
      return answer("posted");
    }

    @PUT
    public String put() {
      return answer("put");
    }

    @DELETE
    public String delete() {
      return answer("deleted");
    }

    static String answer(String what) {
      Calls.count(RESOURCE);
      return what;
    }
  }

  @Path("p01")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://*.example.org"},
      allowedHeaders = {"Content-Type", "X-Api-Key", "Authorization"},
      exposedHeaders = {"X-Total-Count", "ETag"},
      credentials = Credentials.ALLOW,
      maxAge = 600)
  public static class P01 extends Group {}

  @Path("p02")
  @CorsPolicy(origins = "*", allowedHeaders = "Content-Type", maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P02 extends Group {}

  @Path("p03")
  @CorsPolicy(origins = "*", methods = "*", allowedHeaders = "*", exposedHeaders = "*", maxAge = 30)
  public static class P03 extends Group {}

  @Path("p04")
  @CorsPolicy(
      origins = "*",
      methods = {"GET", "PUT"},
      allowedHeaders = {"*", "Authorization"},
      maxAge = 60)
  public static class P04 extends Group {}

  @Path("p05")
  @CorsPolicy(
      origins = {"https://shop.example.com:8080", "https://admin.example.com"},
      methods = {"GET", "POST", "PUT"},
      allowedHeaders = CorsPolicy.NONE,
      exposedHeaders = {"X-Foo", "X-Bar"},
      credentials = Credentials.ALLOW,
      maxAge = 30)
  public static class P05 extends Group {}

  @Path("p06")
  @CorsPolicy(
      origins = {
        "https://foo.com",
        "https://bar.com",
        "https://bat",
        "https://cat",
        "https://meerkat",
        "https://oat",
        "https://rat"
      },
      allowedHeaders = "X-One",
      maxAge = 5)
  public static class P06 extends Group {}

  @Path("p07")
  @CorsPolicy(
      origins = {
        "http://localhost:3000",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "https://[2001:db8::1]"
      },
      allowedHeaders = "Content-Type",
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P07 extends Group {}

  @Path("p08")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://beta.example.com"},
      allowedHeaders = "*",
      credentials = Credentials.ALLOW,
      maxAge = 120)
  public static class P08 extends Group {}

  @Path("p09")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://beta.example.com"},
      methods = "*",
      allowedHeaders = "X-One",
      credentials = Credentials.ALLOW,
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P09 extends Group {}

  @Path("p10")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://beta.example.com"},
      allowedHeaders = {"X-Bar", "X-Baz", "x-foo", "Authorization", "Content-Type"},
      maxAge = 86400)
  public static class P10 extends Group {}

  @Path("p11")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://beta.example.com"},
      methods = {"GET", "DELETE"},
      allowedHeaders = "X-One",
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P11 extends Group {}

  @Path("p12")
  @CorsPolicy(
      origins = {
        "https://*.shop.example.net",
        "https://*.example.co.uk:8443",
        "http://*.dev.example.com"
      },
      allowedHeaders = CorsPolicy.NONE,
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P12 extends Group {}

  @Path("p13")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://beta.example.com"},
      methods = {"GET", "PATCH"},
      allowedHeaders = "Content-Type",
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P13 extends Group {
    @PATCH
    public String patch() {
      return answer("patched");
    }
  }

  @Path("p14")
  @CorsPolicy(
      origins = {
        "capacitor://localhost",
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "moz-extension://6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11"
      },
      allowedHeaders = CorsPolicy.NONE,
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P14 extends Group {}

  @Path("p15")
  @CorsPolicy(
      origins = {
        "https://xn--bcher-kva.example",
        "https://my_app.example.com",
        "https://1and1.example",
        "https://r3---sn-25ge7n.example.net",
        "https://*.cdn.example"
      },
      allowedHeaders = CorsPolicy.NONE,
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P15 extends Group {}

  @Path("p16")
  @CorsPolicy(
      origins = "http://localhost:*",
      allowedHeaders = CorsPolicy.NONE,
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P16 extends Group {}

  @Path("p16s")
  @CorsPolicy(
      origins = "https://*.example.com:*",
      allowedHeaders = CorsPolicy.NONE,
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P16S extends Group {}

  @Path("p17")
  @CorsPolicy(
      origins = "https://only.example.com",
      allowedHeaders = "X-One",
      exposedHeaders = "X-Trace",
      credentials = Credentials.ALLOW,
      maxAge = 10)
  public static class P17 extends Group {}

  @Path("p18")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://beta.example.com"},
      allowedHeaders = "X-One",
      exposedHeaders = "X-Total-Count",
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class P18 extends Group {
    @GET
    @Path("status/{code}")
    public Response status(@PathParam("code") int code) {
      Calls.count(RESOURCE);
      if (code >= 400) {
        throw new WebApplicationException(code);
      }
      return Response.status(code).build();
    }

    @GET
    @Path("vary")
    public Response vary() {
      return Response.ok(answer("varies")).header(HttpHeaders.VARY, "Accept").build();
    }
  }
}
