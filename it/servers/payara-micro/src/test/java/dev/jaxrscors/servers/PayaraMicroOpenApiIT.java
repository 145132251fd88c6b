package dev.jaxrscors.servers;

import dev.jaxrscors.contract.OpenApiContract;

class PayaraMicroOpenApiIT extends OpenApiContract {

  PayaraMicroOpenApiIT() {
    super(PayaraMicroIT::launch);
  }
}
