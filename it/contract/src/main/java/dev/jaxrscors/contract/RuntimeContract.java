package dev.jaxrscors.contract;

import dev.jaxrscors.contract.governinglisted.GoverningListedApplication;
import dev.jaxrscors.contract.inheritedpath.InheritedPathApplication;
import dev.jaxrscors.contract.layers.LayersApplication;
import dev.jaxrscors.contract.listed.ListedApplication;
import dev.jaxrscors.wire.ConformanceContract;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The whole contract, for a runtime that is handed an application that lists its classes. */
public abstract class RuntimeContract extends PlaceContract {

  /**
   * Takes the runtime the contract is proved on.
   *
   * @param starter how it is started
   * @param place what is particular about it
   */
  protected RuntimeContract(InProcess.Starter starter, Place place) {
    super(
        InProcess.of(starter, applications()),
        place,
        List.of(LISTED, GOVERNING, INHERITED_PATH, LAYERS));
  }

  private static Map<String, Application> applications() {
    Map<String, Application> applications = new HashMap<>();
    applications.put(LISTED, new ListedApplication());
    applications.put(GOVERNING, new GoverningListedApplication());
    applications.put(INHERITED_PATH, new InheritedPathApplication());
    applications.put(LAYERS, LayersApplication.plain());
    applications.putAll(OwnMapperContract.APPLICATIONS);
    return applications;
  }

  @Nested
  class ListedPing extends PingContract {
    @Override
    protected SocketClient client() {
      return clientOf(LISTED);
    }
  }

  @Nested
  class ListedConformance extends ConformanceContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
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
  class InheritedPath extends InheritedPathContract {
    @Override
    protected Subject subject() {
      return plain(INHERITED_PATH);
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
  class Layers extends LayersContract {
    @Override
    protected Subject subject() {
      return plain(LAYERS);
    }
  }

  @Nested
  class OwnMapper extends OwnMapperContract {
    @Override
    protected Subject subject(String application) {
      return plain(application);
    }
  }
}
