package jakarta.security.enterprise.authentication.mechanism.http;

/** Authenticates in the place of the container. */
public interface HttpAuthenticationMechanism {}
