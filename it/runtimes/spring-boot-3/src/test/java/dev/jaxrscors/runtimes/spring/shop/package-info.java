/** An application of Spring Boot with Jersey, as its users write one. */
@NullMarked
package dev.jaxrscors.runtimes.spring.shop;

import org.jspecify.annotations.NullMarked;
