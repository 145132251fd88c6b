package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Vault;
import jakarta.ws.rs.Path;

/** Its author chose the name that an intercepted bean of Weld would have, and lets nobody in. */
@Path("vaults/weld-subclass")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$Proxy$_$$_WeldSubclass extends Vault {}
