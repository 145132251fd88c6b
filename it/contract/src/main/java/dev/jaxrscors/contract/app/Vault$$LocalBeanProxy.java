package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;

/** Its author chose the name that a session bean of OpenEJB would have, and lets nobody in. */
@Path("vaults/openejb")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$$LocalBeanProxy extends Vault {}
