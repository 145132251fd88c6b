package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class GlassFishEmbeddedOperatingIT extends OperatingContract {

  GlassFishEmbeddedOperatingIT() {
    super(GlassFishEmbeddedIT::launch, Environments.BY_VARIABLES);
  }
}
