package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;

/** Its author chose the name that a client proxy of Weld would have, and lets nobody in. */
@Path("vaults/weld")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$Proxy$WeldClientProxy extends Vault {}
