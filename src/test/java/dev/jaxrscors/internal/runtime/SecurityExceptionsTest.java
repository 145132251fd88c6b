package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What says that somebody may not call something. */
class SecurityExceptionsTest {

  @Test
  void one_of_a_container_stands_for_a_status_and_so_does_what_extends_it() {
    assertThat(SecurityExceptions.status(new SecurityException())).isEqualTo(403);
    assertThat(SecurityExceptions.status(new OwnSecurityException())).isEqualTo(403);
  }

  @Test
  void any_other_stands_for_none() {
    assertThat(SecurityExceptions.status(new IllegalStateException())).isZero();
    assertThat(SecurityExceptions.status(new RuntimeException(new SecurityException()))).isZero();
  }

  static class OwnSecurityException extends SecurityException {
    private static final long serialVersionUID = 1L;
  }
}
