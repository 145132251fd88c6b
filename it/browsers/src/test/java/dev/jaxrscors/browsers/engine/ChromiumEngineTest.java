package dev.jaxrscors.browsers.engine;

/** Chromium does what the tests that drive it need. */
@NeedsEngine(EngineType.CHROMIUM)
class ChromiumEngineTest extends EngineContract {

  ChromiumEngineTest() {
    super(EngineType.CHROMIUM);
  }
}
