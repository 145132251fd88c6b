package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.ServletDoorContract;

class PayaraMicroDoorIT extends ServletDoorContract {

  PayaraMicroDoorIT() {
    super(PayaraMicroIT::launch, Gap.UNMAPPED_EXCEPTION);
  }
}
