package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class TomEeEmbeddedOperatingIT extends OperatingContract {

  TomEeEmbeddedOperatingIT() {
    super(TomEeEmbeddedIT::launch, Environments.BY_VARIABLES);
  }
}
