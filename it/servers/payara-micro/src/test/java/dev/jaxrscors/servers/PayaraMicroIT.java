package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ServerContract;
import dev.jaxrscors.contract.process.PayaraMicro;

class PayaraMicroIT extends ServerContract {

  PayaraMicroIT() {
    super(
        PayaraMicro::launch,
        Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS, Ability.ROLES)
            .lacking(Gap.UNMAPPED_EXCEPTION, Gap.ROLE));
  }
}
