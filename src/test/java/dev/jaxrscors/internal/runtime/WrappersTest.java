package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.ws.rs.ForbiddenException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which exceptions are no more than a wrapper of their cause. */
class WrappersTest {

  private final ForbiddenException forbidden = new ForbiddenException();

  /** What extends a wrapper is one. */
  static class OwnServletException extends ServletException {
    private static final long serialVersionUID = 1L;

    OwnServletException(Throwable cause) {
      super(cause);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrappers_are_taken_off_one_after_the_other(Wrappers wrappers) {
    Throwable invoked = new InvocationTargetException(forbidden);
    Throwable servlet = new OwnServletException(invoked);
    Throwable completed = new CompletionException(servlet);
    assertThat(wrappers.unwrapped(completed))
        .containsExactly(completed, servlet, invoked, forbidden);
  }

  @Test
  void what_is_no_wrapper_stays_whatever_its_cause() {
    Throwable thrown = new IllegalStateException(new IllegalArgumentException("why"));
    for (Wrappers wrappers : Wrappers.values()) {
      assertThat(wrappers.unwrapped(thrown)).containsExactly(thrown);
      assertThat(wrappers.unwrapped(forbidden)).containsExactly(forbidden);
    }
  }

  @Test
  void on_cxf_anything_wraps_an_exception_with_a_response() {
    Throwable thrown = new IllegalStateException(forbidden);
    assertThat(Wrappers.ON_CXF.unwrapped(thrown)).containsExactly(thrown, forbidden);
    assertThat(Wrappers.NAMED.unwrapped(thrown)).containsExactly(thrown);
  }

  @Test
  void a_wrapper_without_a_cause_is_alone_and_an_endless_chain_ends() {
    Throwable empty = new CompletionException("nothing in it", null);
    assertThat(Wrappers.NAMED.unwrapped(empty)).containsExactly(empty);

    Throwable inner = new ServletException("inner");
    Throwable circle = new ExecutionException("circle", inner);
    inner.initCause(circle);
    assertThat(Wrappers.NAMED.unwrapped(circle)).hasSize(16).containsOnly(circle, inner);
  }
}
