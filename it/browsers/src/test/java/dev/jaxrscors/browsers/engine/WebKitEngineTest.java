package dev.jaxrscors.browsers.engine;

/** WebKitGTK does what the tests that drive it need. */
@NeedsEngine(EngineType.WEBKIT)
class WebKitEngineTest extends EngineContract {

  WebKitEngineTest() {
    super(EngineType.WEBKIT);
  }
}
