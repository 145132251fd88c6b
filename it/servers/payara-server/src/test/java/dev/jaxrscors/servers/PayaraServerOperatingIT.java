package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class PayaraServerOperatingIT extends OperatingContract {

  PayaraServerOperatingIT() {
    super(PayaraServerIT::launch, Environments.BY_PROFILE);
  }
}
