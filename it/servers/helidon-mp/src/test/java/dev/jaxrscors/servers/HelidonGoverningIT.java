package dev.jaxrscors.servers;

import dev.jaxrscors.contract.GoverningProgramContract;

class HelidonGoverningIT extends GoverningProgramContract {

  HelidonGoverningIT() {
    super(run -> HelidonIT.launch(run, "governing"), HelidonIT.PLACE);
  }
}
