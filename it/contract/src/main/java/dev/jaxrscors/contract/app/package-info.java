/** The resources of the example application: what goes into every WAR and every runtime. */
@NullMarked
package dev.jaxrscors.contract.app;

import org.jspecify.annotations.NullMarked;
