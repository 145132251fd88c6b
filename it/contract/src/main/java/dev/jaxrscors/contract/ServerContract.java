package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.mistaken.MistakenApplication;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.SocketClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract, for a server of WARs: one whose classes it finds by scanning, one that lists
 * them, one with a policy on the application, and one with security.
 */
public abstract class ServerContract extends ScanningContract {

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param place what is particular about it
   */
  protected ServerContract(ServerDescriptor descriptor, Place place) {
    super(
        descriptor.deploying(WarRecipe.mistaken(MISTAKEN).libraries(Build.warLibraries())),
        place,
        wars(place));
  }

  @Override
  int hinted() {
    // The scanned one, the one that lists its classes, and the customized one.
    return plain(CUSTOMIZED).has(Gap.CUSTOMIZED) ? 2 : 3;
  }

  @Nested
  class Mistakes extends MistakesContract {
    @Override
    protected String log() {
      // Some servers look at an application when it is first asked.
      Reply reply = clientOf(MISTAKEN).send(Requests.get("notes"));
      assertThat(reply.status()).isNotEqualTo(200);
      ServerProcess server = (ServerProcess) server();
      server.awaitInLog(MistakenApplication.MISTAKES.get(1));
      return server.log();
    }
  }

  private static List<WarRecipe> wars(Place place) {
    WarRecipe governing =
        place.offers(Ability.CDI)
            ? WarRecipe.governing(GOVERNING)
            : WarRecipe.governingListed(GOVERNING);
    return Stream.of(
            WarRecipe.listed(LISTED),
            WarRecipe.scanned(SCANNED, place),
            WarRecipe.customized(CUSTOMIZED),
            governing,
            WarRecipe.secured(SECURED))
        .map(war -> war.libraries(Build.warLibraries()))
        .toList();
  }

  @Nested
  class ListedPing extends PingContract {
    @Override
    protected SocketClient client() {
      return clientOf(LISTED);
    }
  }

  @Nested
  class ListedPreflight extends PreflightContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class ListedActual extends ActualContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class ListedError extends ErrorContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class Customized extends CustomizedContract {
    @Override
    protected Subject subject() {
      return plain(CUSTOMIZED);
    }
  }

  @Nested
  class Secured extends SecurityContract {
    @Override
    protected Subject subject() {
      return full(SECURED);
    }
  }

  @Nested
  class Governing extends GoverningContract {
    @Override
    protected Subject subject() {
      return plain(GOVERNING);
    }
  }

  @Nested
  class ListedGeneratedNames extends GeneratedNamesContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class ListedWithheld extends WithheldContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class ListedTarget extends TargetContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }
}
