package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.EnvironmentsContract;
import dev.jaxrscors.contract.process.PayaraMicro;

class PayaraMicroEnvironmentsIT extends EnvironmentsContract {

  PayaraMicroEnvironmentsIT() {
    super(PayaraMicro::launch, Environments.BY_PROFILE);
  }
}
