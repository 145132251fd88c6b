package dev.jaxrscors.browsers.engine;

/** Firefox does what the tests that drive it need. */
@NeedsEngine(EngineType.FIREFOX)
class FirefoxEngineTest extends EngineContract {

  FirefoxEngineTest() {
    super(EngineType.FIREFOX);
  }
}
