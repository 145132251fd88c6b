package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.ServletDoorContract;

class OpenLibertyDoorIT extends ServletDoorContract {

  OpenLibertyDoorIT() {
    super(OpenLibertyIT::launch, Gap.RANGE);
  }
}
