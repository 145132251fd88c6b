package dev.jaxrscors.products.identity;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives one running product to all tests, and ends it after the last of them. */
final class ProductExtension extends TypeBasedParameterResolver<Product> {

  @Override
  public Product resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(Product.class))
        .getOrComputeIfAbsent(Product.class, key -> started(), Product.class);
  }

  private static Product started() {
    try {
      return new Product();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the product does not start", e);
    }
  }
}
