package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class CatalinaOperatingIT extends OperatingContract {

  CatalinaOperatingIT() {
    super(CatalinaIT::launch, Environments.BY_VARIABLES);
  }
}
