package dev.jaxrscors.contract.app.cdi;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** A bean with the name of a proxy, of which runtimes see a real one. */
@ApplicationScoped
@Path("vaults/bean")
@CorsPolicy(origins = CorsPolicy.NONE)
public class Ledger_ClientProxy extends Vault {}
