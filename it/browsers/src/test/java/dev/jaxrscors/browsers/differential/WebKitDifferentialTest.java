package dev.jaxrscors.browsers.differential;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;

/** What WebKit sends and concludes is what the standard says, but for what is named. */
@NeedsEngine(EngineType.WEBKIT)
class WebKitDifferentialTest extends DifferentialTest {

  WebKitDifferentialTest() {
    super(EngineType.WEBKIT);
  }
}
