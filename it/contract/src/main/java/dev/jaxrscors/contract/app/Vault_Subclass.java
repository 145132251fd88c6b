package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;

/** Its author chose the name that an intercepted bean of Quarkus would have, and lets nobody in. */
@Path("vaults/subclass")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault_Subclass extends Vault {}
