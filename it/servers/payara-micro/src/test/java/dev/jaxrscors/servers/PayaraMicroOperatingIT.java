package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class PayaraMicroOperatingIT extends OperatingContract {

  PayaraMicroOperatingIT() {
    super(PayaraMicroIT::launch, Environments.BY_PROFILE);
  }
}
