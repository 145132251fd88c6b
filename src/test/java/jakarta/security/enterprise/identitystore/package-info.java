/** Stand-ins for what the library reads by name on Jakarta Security. */
@NullMarked
package jakarta.security.enterprise.identitystore;

import org.jspecify.annotations.NullMarked;
