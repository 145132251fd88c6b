package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class WildFlyOperatingIT extends OperatingContract {

  WildFlyOperatingIT() {
    super(WildFlyIT::launch, Environments.BY_PROFILE);
  }
}
