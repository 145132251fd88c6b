/** Stand-ins for what the library reads by name on Quarkus. */
@NullMarked
package io.quarkus.security;

import org.jspecify.annotations.NullMarked;
