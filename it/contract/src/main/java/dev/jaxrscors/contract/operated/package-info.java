/** An application whose operators switch, change and break its configuration while it runs. */
@NullMarked
package dev.jaxrscors.contract.operated;

import org.jspecify.annotations.NullMarked;
