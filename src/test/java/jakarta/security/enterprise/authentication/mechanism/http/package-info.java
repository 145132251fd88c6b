/** Stand-ins for what the library reads by name on Jakarta Security. */
@NullMarked
package jakarta.security.enterprise.authentication.mechanism.http;

import org.jspecify.annotations.NullMarked;
