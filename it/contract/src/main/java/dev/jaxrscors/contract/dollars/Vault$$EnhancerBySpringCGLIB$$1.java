package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Vault;
import jakarta.ws.rs.Path;

/** Its author chose the name that a proxy of Spring would have, and lets nobody in. */
@Path("vaults/spring")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$$EnhancerBySpringCGLIB$$1 extends Vault {}
