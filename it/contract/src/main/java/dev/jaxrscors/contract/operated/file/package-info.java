/** A file of configuration that is read whenever it is asked, for MicroProfile Config. */
@NullMarked
package dev.jaxrscors.contract.operated.file;

import org.jspecify.annotations.NullMarked;
