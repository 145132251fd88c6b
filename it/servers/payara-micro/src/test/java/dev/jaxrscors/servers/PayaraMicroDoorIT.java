package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.ServletDoorContract;
import dev.jaxrscors.contract.process.PayaraMicro;

class PayaraMicroDoorIT extends ServletDoorContract {

  PayaraMicroDoorIT() {
    super(PayaraMicro::launch, Gap.UNMAPPED_EXCEPTION);
  }
}
