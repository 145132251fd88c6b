package dev.jaxrscors.contract;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.SocketClient;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The whole contract, for a process that finds the classes of its one application by scanning. */
public abstract class ScanningContract extends PlaceContract {

  /**
   * Takes the process the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param place what is particular about it
   */
  protected ScanningContract(ServerDescriptor descriptor, Place place) {
    this(descriptor, place, List.of(WarRecipe.scanned(SCANNED, place)));
  }

  ScanningContract(ServerDescriptor descriptor, Place place, List<WarRecipe> wars) {
    super(
        ServerProcess.of(Build.serverName(), descriptor, wars.toArray(WarRecipe[]::new)),
        place,
        wars.stream().map(WarRecipe::name).toList());
  }

  /**
   * Returns the application, for suites of one server alone.
   *
   * @return the application
   */
  protected final Subject scanned() {
    return full(SCANNED);
  }

  /** Returns how many applications have resources without a policy beside others with one. */
  int hinted() {
    return 1;
  }

  @Nested
  class Log extends LogContract {
    @Override
    protected ServerUnderTest server() {
      return ScanningContract.this.server();
    }

    @Override
    protected int hinted() {
      return ScanningContract.this.hinted();
    }
  }

  @Nested
  class ScannedPing extends PingContract {
    @Override
    protected SocketClient client() {
      return clientOf(SCANNED);
    }
  }

  @Nested
  class ScannedConformance extends ConformanceContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class ScannedPreflight extends PreflightContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class ScannedActual extends ActualContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class ScannedError extends ErrorContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class ScannedGeneratedNames extends GeneratedNamesContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class ScannedWithheld extends WithheldContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class ScannedTarget extends TargetContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }

  @Nested
  class Probes extends ProbesContract {
    @Override
    protected Subject subject() {
      return full(SCANNED);
    }
  }
}
