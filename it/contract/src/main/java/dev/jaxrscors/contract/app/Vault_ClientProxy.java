package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;

/** Its author chose the name that a client proxy of Quarkus would have, and lets nobody in. */
@Path("vaults/client-proxy")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault_ClientProxy extends Vault {}
