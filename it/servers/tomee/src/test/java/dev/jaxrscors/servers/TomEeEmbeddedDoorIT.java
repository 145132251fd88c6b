package dev.jaxrscors.servers;

import dev.jaxrscors.contract.ServletDoorContract;

class TomEeEmbeddedDoorIT extends ServletDoorContract {

  TomEeEmbeddedDoorIT() {
    super(TomEeEmbeddedIT::launch);
  }
}
