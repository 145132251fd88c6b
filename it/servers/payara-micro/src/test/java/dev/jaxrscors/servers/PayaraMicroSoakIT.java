package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.SoakContract;
import dev.jaxrscors.contract.process.PayaraMicro;

class PayaraMicroSoakIT extends SoakContract {

  PayaraMicroSoakIT() {
    super(PayaraMicro::launch, Environments.BY_PROFILE);
  }
}
