package dev.jaxrscors.contract.forgotten;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application. */
@ApplicationPath("api")
public class ForgottenApplication extends Application {}
