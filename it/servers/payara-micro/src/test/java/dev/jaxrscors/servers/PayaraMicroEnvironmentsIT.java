package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.EnvironmentsContract;

class PayaraMicroEnvironmentsIT extends EnvironmentsContract {

  PayaraMicroEnvironmentsIT() {
    super(PayaraMicroIT::launch, Environments.BY_PROFILE);
  }
}
