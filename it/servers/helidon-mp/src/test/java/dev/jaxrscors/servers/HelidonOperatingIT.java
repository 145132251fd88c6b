package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;

class HelidonOperatingIT extends OperatingContract {

  HelidonOperatingIT() {
    super(run -> HelidonIT.launch(run, "operated"), Environments.BY_PROFILE);
  }
}
