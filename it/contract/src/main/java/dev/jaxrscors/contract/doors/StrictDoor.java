package dev.jaxrscors.contract.doors;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.servlet.CorsServletFilter;

/** A filter nearer to some paths, declared in web.xml. */
@CorsPolicy(origins = DoorsApplication.APP, methods = "*", refusal = Refusal.REJECT)
public class StrictDoor extends CorsServletFilter {}
