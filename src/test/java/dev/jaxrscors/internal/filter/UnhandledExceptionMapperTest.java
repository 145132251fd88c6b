package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.internal.resource.TypeArguments;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.security.PrivilegedActionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnhandledExceptionMapperTest {

  @SuppressWarnings("serial")
  static final class Forbidding extends SecurityException {}

  private final UnhandledExceptionMapper mapper = new UnhandledExceptionMapper();

  @AutoClose private final CapturedLog log = CapturedLog.open();

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

  @Test
  void what_nobody_can_see_in_the_response_is_in_the_log() {
    Throwable thrown = new IllegalStateException("secret");
    mapper.toResponse(thrown);
    assertThat(log.errors()).hasSize(1);
    assertThat(log.records()).singleElement().returns(thrown, LogRecord::getThrown);
  }

  @Test
  void what_has_a_response_is_no_error_in_the_log() {
    mapper.toResponse(new ClientErrorException(409));
    mapper.toResponse(new SecurityException("secret"));
    assertThat(log.records()).isEmpty();
  }

  static Stream<Arguments> wrapped() {
    return Stream.of(
        arguments(new CompletionException(new ClientErrorException(418)), 418),
        arguments(new ExecutionException(new ClientErrorException(418)), 418),
        arguments(new InvocationTargetException(new ClientErrorException(418)), 418),
        arguments(new UndeclaredThrowableException(new ClientErrorException(418)), 418),
        arguments(new PrivilegedActionException(new ClientErrorException(418)), 418),
        arguments(
            new CompletionException(
                new ExecutionException(
                    new InvocationTargetException(new ClientErrorException(418)))),
            418),
        arguments(new CompletionException(new SecurityException("secret")), 403),
        arguments(new CompletionException(new FileNotFoundException("secret")), 599),
        arguments(new CompletionException(new IOException("secret")), 500),
        arguments(new CompletionException(null), 500),
        // What is more than a wrapper speaks for itself: its cause may be another server's answer.
        arguments(new IllegalStateException(new ClientErrorException(418)), 500),
        arguments(endless(), 500));
  }

  private static Throwable endless() {
    return new CompletionException("endless") {
      private static final long serialVersionUID = 1;

      @Override
      public Throwable getCause() {
        return this;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void what_an_exception_only_wraps_is_answered_as_if_it_were_not_wrapped(
      Throwable thrown, int status) {
    assertThat(withMapperOfMissingFiles().toResponse(thrown).getStatus()).isEqualTo(status);
  }

  @Test
  void a_response_without_an_entity_is_the_mappers_to_make() {
    Throwable bare = new CompletionException(new ClientErrorException(418));
    Throwable full =
        new CompletionException(
            new ClientErrorException(Response.status(418).entity("short and stout").build()));
    UnhandledExceptionMapper mapper = with(Teapots.class, new Teapots());

    assertThat(mapper.toResponse(bare).getStatus()).isEqualTo(599);
    assertThat(mapper.toResponse(full).getEntity()).isEqualTo("short and stout");
  }

  @Test
  void a_mapper_of_everything_is_not_asked_for_a_cause() {
    UnhandledExceptionMapper mapper = with(Everything.class, new Everything());

    assertThat(mapper.toResponse(new CompletionException(new IOException())).getStatus())
        .isEqualTo(500);
  }

  private static UnhandledExceptionMapper withMapperOfMissingFiles() {
    return with(MissingFiles.class, new MissingFiles());
  }

  private static UnhandledExceptionMapper with(Class<?> type, ExceptionMapper<?> mapper) {
    Class<?> mapped = TypeArguments.of(type).argument(ExceptionMapper.class);
    return new UnhandledExceptionMapper(
        Fakes.providers(thrown -> mapped.isAssignableFrom(thrown) ? mapper : null));
  }

  static final class MissingFiles implements ExceptionMapper<FileNotFoundException> {
    @Override
    public Response toResponse(FileNotFoundException thrown) {
      return Response.status(599).build();
    }
  }

  static final class Teapots implements ExceptionMapper<ClientErrorException> {
    @Override
    public Response toResponse(ClientErrorException thrown) {
      return Response.status(599).build();
    }
  }

  abstract static class Base<T extends Throwable> implements ExceptionMapper<T> {}

  static final class Everything extends Base<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
      return Response.status(599).build();
    }
  }
}
