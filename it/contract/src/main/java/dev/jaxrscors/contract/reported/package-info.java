/** An application that serves a report of its policies. */
@NullMarked
package dev.jaxrscors.contract.reported;

import org.jspecify.annotations.NullMarked;
