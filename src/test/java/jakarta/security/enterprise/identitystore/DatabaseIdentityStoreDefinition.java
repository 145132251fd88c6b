package jakarta.security.enterprise.identitystore;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says where the container keeps its users, which asks nobody who they are. */
@Retention(RetentionPolicy.RUNTIME)
public @interface DatabaseIdentityStoreDefinition {}
