/** Stand-ins for what the library reads by name on RESTEasy. */
@NullMarked
package org.jboss.resteasy.annotations.jaxrs;

import org.jspecify.annotations.NullMarked;
