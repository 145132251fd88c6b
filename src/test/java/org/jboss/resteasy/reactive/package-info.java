/** Stand-ins for what the library reads by name on Quarkus REST. */
@NullMarked
package org.jboss.resteasy.reactive;

import org.jspecify.annotations.NullMarked;
