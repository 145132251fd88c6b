/**
 * An application whose classes have two dollars in a row in their names, as the Scala compiler, and
 * most containers, write them. WildFly takes two for one where it lists the classes it has found,
 * and finds none: so no server is given them.
 */
@NullMarked
package dev.jaxrscors.contract.dollars;

import org.jspecify.annotations.NullMarked;
