package dev.jaxrscors.contract.operated;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application. */
@ApplicationPath("api")
public class OperatedApplication extends Application {}
