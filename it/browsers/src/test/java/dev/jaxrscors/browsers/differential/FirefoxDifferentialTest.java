package dev.jaxrscors.browsers.differential;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;

/** What Firefox sends and concludes is what the standard says, but for what is named. */
@NeedsEngine(EngineType.FIREFOX)
class FirefoxDifferentialTest extends DifferentialTest {

  FirefoxDifferentialTest() {
    super(EngineType.FIREFOX);
  }
}
