package dev.jaxrscors.products.platform;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import java.util.Collection;

/**
 * Lets the pages of a plug-in call that plug-in, and nothing else.
 *
 * @param plugins those that are installed
 */
record PluginPages(Collection<Plugin> plugins) implements OriginSource {

  @Override
  public boolean allows(Origin origin, Target target) {
    return plugins.stream()
        .filter(plugin -> target.path().startsWith(PrefixedResources.prefix(plugin)))
        .anyMatch(plugin -> plugin.pages().contains(origin.serialized()));
  }

  @Override
  public String remedy(Origin origin, Target target) {
    return "have the plug-in name it among its pages";
  }
}
