package dev.jaxrscors.benchmarks.dispatch;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;

/** The same resource with a policy. */
@CorsPolicy(origins = Call.ALLOWED, credentials = Credentials.ALLOW)
public class GovernedOrders extends Orders {}
