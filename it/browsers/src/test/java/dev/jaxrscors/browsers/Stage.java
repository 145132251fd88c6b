package dev.jaxrscors.browsers;

import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineType;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** One engine and two sites, for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class Stage
    implements Reading, Preflights, Cookies, Elements, Transfers, Consoles, PlaygroundScene {

  private final EngineType type;
  private final Map<Scheme, Site> sites = new EnumMap<>(Scheme.class);
  private Engine engine;

  Stage(EngineType type) {
    this.type = type;
  }

  @BeforeAll
  void start() {
    SSLContext tls = Certificate.context();
    for (Scheme scheme : Scheme.values()) {
      sites.put(scheme, Site.over(scheme, tls));
    }
    engine = type.start();
  }

  @AfterAll
  void stop() {
    if (engine != null) {
      engine.close();
    }
    sites.values().forEach(Site::close);
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public EngineType type() {
    return type;
  }

  @Override
  public Site site(Scheme scheme) {
    return sites.get(scheme);
  }
}
