package dev.jaxrscors.products.platform;

import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import org.glassfish.jersey.server.model.Resource;

/** The resources of plug-ins, each below the prefix of its plug-in. */
final class PrefixedResources {

  private PrefixedResources() {}

  static List<Resource> of(Plugin plugin, Collection<Class<?>> types) {
    return types.stream().map(type -> below(prefix(plugin), type)).toList();
  }

  /** Returns what the paths of a plug-in begin with. */
  static String prefix(Plugin plugin) {
    return "/plugins/" + plugin.id() + "/";
  }

  private static Resource below(String prefix, Class<?> type) {
    String path = type.getAnnotation(Path.class).value();
    return Resource.builder(type).path(prefix + path).build();
  }
}
