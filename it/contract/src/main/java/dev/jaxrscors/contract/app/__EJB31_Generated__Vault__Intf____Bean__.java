package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;

/** Its author chose the name that a session bean of GlassFish would have, and lets nobody in. */
@Path("vaults/glassfish")
@CorsPolicy(origins = CorsPolicy.NONE)
public class __EJB31_Generated__Vault__Intf____Bean__ extends Vault {}
