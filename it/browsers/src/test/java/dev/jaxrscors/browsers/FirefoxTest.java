package dev.jaxrscors.browsers;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;

/** All tests, in Firefox. */
@NeedsEngine(EngineType.FIREFOX)
class FirefoxTest extends Stage {

  FirefoxTest() {
    super(EngineType.FIREFOX);
  }
}
