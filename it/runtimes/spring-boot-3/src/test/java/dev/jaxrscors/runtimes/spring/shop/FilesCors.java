package dev.jaxrscors.runtimes.spring.shop;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.servlet.CorsServletFilter;

/** Who may read files. */
@CorsPolicy("files")
public class FilesCors extends CorsServletFilter {}
