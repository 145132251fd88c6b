package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Vault;
import jakarta.ws.rs.Path;

/** Its author chose the name that a client proxy of Weld would have, and lets nobody in. */
@Path("vaults/weld-proxy")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$Proxy$_$$_WeldClientProxy extends Vault {}
