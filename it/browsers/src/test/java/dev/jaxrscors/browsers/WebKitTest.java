package dev.jaxrscors.browsers;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;

/** All tests, in WebKitGTK. */
@NeedsEngine(EngineType.WEBKIT)
class WebKitTest extends Stage {

  WebKitTest() {
    super(EngineType.WEBKIT);
  }

  /** WebKit keeps what such an answer lists, and sends that without asking again. */
  @Override
  public boolean asksAgainForLess() {
    return false;
  }

  /**
   * WebKit departs from the standard: it fetches fonts in mode {@code no-cors}, without {@code
   * Origin}, and uses what it gets.
   *
   * @see <a href="https://www.w3.org/TR/css-fonts-4/#font-fetching-requirements">CSS Fonts</a>
   */
  @Override
  public boolean asksForFonts() {
    return false;
  }
}
