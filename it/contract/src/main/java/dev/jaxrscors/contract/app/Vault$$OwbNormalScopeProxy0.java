package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;

/** Its author chose the name that a client proxy of OpenWebBeans would have, and lets nobody in. */
@Path("vaults/owb")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Vault$$OwbNormalScopeProxy0 extends Vault {}
