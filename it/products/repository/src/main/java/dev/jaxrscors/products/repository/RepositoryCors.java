package dev.jaxrscors.products.repository;

import dev.jaxrscors.CorsPolicy;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one policy of the product, in keys of its own: {@code product.cors.origins}, or {@code
 * PRODUCT_CORS_ORIGINS} in the environment, and so on. It is off until somebody lists origins.
 */
@CorsPolicy(
    origins = "${product.cors.origins:off}",
    methods = "${product.cors.methods:*}",
    allowedHeaders =
        "${product.cors.allowed-headers:derived,Authorization,Packaging,Range,Slug,X-Product-key}",
    exposedHeaders =
        "${product.cors.exposed-headers:"
            + "Accept-Ranges,Content-Disposition,Content-Range,ETag,Location}")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RepositoryCors {}
