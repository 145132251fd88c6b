package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnhandledExceptionMapperTest {

  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  @SuppressWarnings("serial")
  static final class Forbidding extends SecurityException {}

  private final UnhandledExceptionMapper mapper = new UnhandledExceptionMapper();

  @BeforeEach
  void keepTheExpectedErrorsOutOfTheReport() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterEach
  void restore() {
    LOGGER.setLevel(null);
  }

  @Test
  void an_exception_with_a_response_keeps_it() {
    Response teapot = Response.status(418).entity("short and stout").build();
    assertThat(mapper.toResponse(new WebApplicationException(teapot))).isSameAs(teapot);
    assertThat(mapper.toResponse(new ClientErrorException(409)).getStatus()).isEqualTo(409);
  }

  static Stream<Arguments> thrown() {
    return Stream.of(
        arguments(new SecurityException("secret"), 403),
        arguments(new Forbidding(), 403),
        arguments(new IllegalStateException("secret"), 500),
        arguments(new StackOverflowError("secret"), 500));
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void all_else_is_an_empty_response_that_tells_nothing(Throwable thrown, int status) {
    Response response = mapper.toResponse(thrown);
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat((byte[]) response.getEntity()).isEmpty();
    assertThat(response.getMediaType()).hasToString("text/plain");
  }
}
