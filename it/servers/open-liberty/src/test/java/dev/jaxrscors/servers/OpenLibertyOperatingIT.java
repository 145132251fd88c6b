package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class OpenLibertyOperatingIT extends OperatingContract {

  OpenLibertyOperatingIT() {
    super(OpenLibertyIT::launch, Environments.BY_PROFILE);
  }
}
