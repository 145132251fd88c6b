package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.SoakContract;

class CatalinaSoakIT extends SoakContract {

  CatalinaSoakIT() {
    super(CatalinaIT::launch, Environments.BY_VARIABLES);
  }
}
