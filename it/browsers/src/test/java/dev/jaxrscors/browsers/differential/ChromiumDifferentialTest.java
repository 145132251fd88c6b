package dev.jaxrscors.browsers.differential;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;

/** What Chromium sends and concludes is what the standard says, but for what is named. */
@NeedsEngine(EngineType.CHROMIUM)
class ChromiumDifferentialTest extends DifferentialTest {

  ChromiumDifferentialTest() {
    super(EngineType.CHROMIUM);
  }
}
