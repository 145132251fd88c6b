package dev.jaxrscors.runtimes.spring;

import java.net.URI;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications of Spring Boot on the loopback interface. */
final class Boot {

  private Boot() {}

  /**
   * Starts an application, and returns when it answers.
   *
   * @param spring the application
   * @param baseUri where its resources are to answer: the path of the context, then theirs
   * @param settings more arguments of the command line
   * @return what stops it
   */
  static ConfigurableApplicationContext run(
      SpringApplication spring, URI baseUri, String... settings) {
    String contextPath = withoutSlash(baseUri.resolve("..").getPath());
    Stream<String> placed =
        Stream.of(
            "--server.address=" + baseUri.getHost(),
            "--server.port=" + baseUri.getPort(),
            "--server.servlet.context-path=" + contextPath,
            "--spring.jersey.application-path="
                + withoutSlash(baseUri.getPath()).substring(contextPath.length()),
            "--spring.main.banner-mode=off");
    return spring.run(Stream.concat(placed, Stream.of(settings)).toArray(String[]::new));
  }

  private static String withoutSlash(String path) {
    return path.substring(0, path.length() - 1);
  }
}
