package dev.jaxrscors.browsers;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;

/** All tests, in Chromium. */
@NeedsEngine(EngineType.CHROMIUM)
class ChromiumTest extends Stage {

  ChromiumTest() {
    super(EngineType.CHROMIUM);
  }
}
