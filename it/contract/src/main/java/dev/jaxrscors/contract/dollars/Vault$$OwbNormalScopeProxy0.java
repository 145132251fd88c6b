package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Vault;
import jakarta.ws.rs.Path;

/** Its author chose the name that a client proxy of OpenWebBeans would have, and lets nobody in. */
@Path("vaults/owb")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$$OwbNormalScopeProxy0 extends Vault {}
