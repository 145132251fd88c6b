package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.EnvironmentsContract;

class WildFlyEnvironmentsIT extends EnvironmentsContract {

  WildFlyEnvironmentsIT() {
    super(WildFlyIT::launch, Environments.BY_PROFILE);
  }
}
