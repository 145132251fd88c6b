package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;
import dev.jaxrscors.contract.process.PayaraMicro;

class PayaraMicroOperatingIT extends OperatingContract {

  PayaraMicroOperatingIT() {
    super(PayaraMicro::launch, Environments.BY_PROFILE);
  }
}
