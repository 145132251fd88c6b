package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.SoakContract;

class TomEeEmbeddedSoakIT extends SoakContract {

  TomEeEmbeddedSoakIT() {
    super(TomEeEmbeddedIT::launch, Environments.BY_VARIABLES);
  }
}
