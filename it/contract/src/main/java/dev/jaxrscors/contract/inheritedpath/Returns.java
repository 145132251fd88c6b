package dev.jaxrscors.contract.inheritedpath;

import dev.jaxrscors.CorsPolicy;

/** A resource that inherits its path from a superclass, and narrows its policy. */
@CorsPolicy(origins = "https://narrow.example.com")
public class Returns extends AnyReturns {}
