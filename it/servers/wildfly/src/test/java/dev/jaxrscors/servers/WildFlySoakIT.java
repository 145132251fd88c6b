package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.SoakContract;

class WildFlySoakIT extends SoakContract {

  WildFlySoakIT() {
    super(WildFlyIT::launch, Environments.BY_PROFILE);
  }
}
