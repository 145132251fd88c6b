package dev.jaxrscors.servers;

import dev.jaxrscors.contract.OpenApiContract;
import dev.jaxrscors.contract.process.PayaraMicro;

class PayaraMicroOpenApiIT extends OpenApiContract {

  PayaraMicroOpenApiIT() {
    super(PayaraMicro::launch);
  }
}
