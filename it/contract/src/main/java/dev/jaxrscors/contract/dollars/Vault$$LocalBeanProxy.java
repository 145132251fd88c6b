package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Vault;
import jakarta.ws.rs.Path;

/** Its author chose the name that a session bean of OpenEJB would have, and lets nobody in. */
@Path("vaults/openejb")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$$LocalBeanProxy extends Vault {}
