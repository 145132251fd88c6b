package dev.jaxrscors.benchmarks.dispatch;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.Path;

/** The same resource with a policy. */
@Path("orders")
@CorsPolicy(origins = Call.ALLOWED, credentials = Credentials.ALLOW)
public class GovernedOrders extends Orders {}
