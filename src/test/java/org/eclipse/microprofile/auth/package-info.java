/** Stand-ins for what the library reads by name on MicroProfile. */
@NullMarked
package org.eclipse.microprofile.auth;

import org.jspecify.annotations.NullMarked;
