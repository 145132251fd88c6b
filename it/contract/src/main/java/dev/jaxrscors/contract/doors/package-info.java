/** An application with servlet filters of the library before servlets, files and resources. */
@NullMarked
package dev.jaxrscors.contract.doors;

import org.jspecify.annotations.NullMarked;
