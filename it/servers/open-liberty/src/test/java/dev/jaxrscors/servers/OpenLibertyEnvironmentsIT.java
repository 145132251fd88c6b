package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.EnvironmentsContract;

class OpenLibertyEnvironmentsIT extends EnvironmentsContract {

  OpenLibertyEnvironmentsIT() {
    super(OpenLibertyIT::launch, Environments.BY_PROFILE);
  }
}
