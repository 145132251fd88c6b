package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.contract.agreeing.AgreeingApplication;
import dev.jaxrscors.contract.dollars.DollarsApplication;
import dev.jaxrscors.contract.governinglisted.GoverningListedApplication;
import dev.jaxrscors.contract.inheritedpath.InheritedPathApplication;
import dev.jaxrscors.contract.layers.LayersApplication;
import dev.jaxrscors.contract.listed.ListedApplication;
import dev.jaxrscors.contract.mistaken.Drafts;
import dev.jaxrscors.contract.mistaken.MistakenApplication;
import dev.jaxrscors.contract.mistaken.Notes;
import dev.jaxrscors.contract.reported.ReportedApplication;
import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.wire.SocketClient;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The whole contract, for a runtime that is handed an application that lists its classes. */
public abstract class RuntimeContract extends PlaceContract {

  private final InProcess.Starter starter;

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
        List.of(LISTED, GOVERNING, INHERITED_PATH, LAYERS, AGREEING, DOLLARS, REPORTED));
    this.starter = starter;
  }

  private static Map<String, Application> applications() {
    Map<String, Application> applications = new HashMap<>();
    applications.put(LISTED, new ListedApplication());
    applications.put(GOVERNING, new GoverningListedApplication());
    applications.put(INHERITED_PATH, new InheritedPathApplication());
    applications.put(LAYERS, LayersApplication.plain());
    applications.put(AGREEING, new AgreeingApplication());
    applications.put(DOLLARS, new DollarsApplication());
    applications.put(REPORTED, new ReportedApplication());
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
  class Log extends LogContract {
    @Override
    protected ServerUnderTest server() {
      return RuntimeContract.this.server();
    }

    @Override
    protected int hinted() {
      return 1;
    }
  }

  @Nested
  class Mistakes extends MistakesContract {
    @Override
    protected String log() {
      ServerUnderTest runtime = InProcess.of(starter, Map.of(MISTAKEN, new Mistaken()));
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(runtime::start);
      return runtime.log();
    }
  }

  /** The application with mistakes, for runtimes to which classes are listed. */
  private static final class Mistaken extends MistakenApplication {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(CorsFeature.class, Drafts.class, Notes.class);
    }
  }

  @Nested
  class Agreeing extends AgreeingContract {
    @Override
    protected Subject subject() {
      return plain(AGREEING);
    }
  }

  @Nested
  class Report extends ReportContract {
    @Override
    protected Subject subject() {
      return plain(REPORTED);
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
  class ListedGeneratedNames extends GeneratedNamesContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class OwnMapper extends OwnMapperContract {
    @Override
    protected Subject subject(String application) {
      return plain(application);
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

  @Nested
  class Probes extends ProbesContract {
    @Override
    protected Subject subject() {
      return plain(LISTED);
    }
  }

  @Nested
  class Dollars extends GeneratedNamesContract {
    @Override
    protected Subject subject() {
      return plain(DOLLARS);
    }

    @Override
    protected List<String> styles() {
      return List.of("weld-proxy", "weld-subclass", "owb", "openejb", "spring");
    }
  }
}
