package dev.jaxrscors.contract.governing;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** An application with a policy; its setup is a CDI bean. */
@ApplicationPath("api")
@CorsPolicy(origins = "https://whole.example.com")
public class GoverningApplication extends Application {}
