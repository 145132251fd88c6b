package dev.jaxrscors.servers;

import dev.jaxrscors.contract.ServletDoorContract;

class CatalinaDoorIT extends ServletDoorContract {

  CatalinaDoorIT() {
    super(CatalinaIT::launch);
  }
}
