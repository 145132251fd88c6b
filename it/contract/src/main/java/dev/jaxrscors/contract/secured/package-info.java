/** An application with security: by annotations, and by constraints in web.xml. */
@NullMarked
package dev.jaxrscors.contract.secured;

import org.jspecify.annotations.NullMarked;
