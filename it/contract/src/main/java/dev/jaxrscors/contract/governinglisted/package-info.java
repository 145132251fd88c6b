/** An application with a policy of its own that lists its classes. */
@NullMarked
package dev.jaxrscors.contract.governinglisted;

import org.jspecify.annotations.NullMarked;
