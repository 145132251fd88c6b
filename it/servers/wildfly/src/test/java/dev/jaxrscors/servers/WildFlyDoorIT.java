package dev.jaxrscors.servers;

import dev.jaxrscors.contract.ServletDoorContract;

class WildFlyDoorIT extends ServletDoorContract {

  WildFlyDoorIT() {
    super(WildFlyIT::launch);
  }
}
