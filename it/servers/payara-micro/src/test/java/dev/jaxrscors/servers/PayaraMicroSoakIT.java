package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.SoakContract;

class PayaraMicroSoakIT extends SoakContract {

  PayaraMicroSoakIT() {
    super(PayaraMicroIT::launch, Environments.BY_PROFILE);
  }
}
