package jakarta.security.enterprise.authentication.mechanism.http;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Has the container authenticate. */
@Retention(RetentionPolicy.RUNTIME)
public @interface BasicAuthenticationMechanismDefinition {}
