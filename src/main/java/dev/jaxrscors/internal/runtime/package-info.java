/**
 * What runtimes and containers say by names of their own. Nothing of them need be on the class
 * path, so this is the one package that looks classes and methods up by name.
 */
@NullMarked
package dev.jaxrscors.internal.runtime;

import org.jspecify.annotations.NullMarked;
