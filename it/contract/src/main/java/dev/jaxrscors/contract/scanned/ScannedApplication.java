package dev.jaxrscors.contract.scanned;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of a user who drops a jar into a server and lists nothing. */
@ApplicationPath("api")
public class ScannedApplication extends Application {}
