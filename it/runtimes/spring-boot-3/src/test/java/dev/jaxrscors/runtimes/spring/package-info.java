/** Spring Boot, with resources that Jersey serves. */
@NullMarked
package dev.jaxrscors.runtimes.spring;

import org.jspecify.annotations.NullMarked;
