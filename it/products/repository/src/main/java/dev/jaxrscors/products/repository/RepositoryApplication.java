package dev.jaxrscors.products.repository;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The first version of the API. */
@ApplicationPath("api/v1")
@RepositoryCors
public class RepositoryApplication extends Application {}
