package dev.jaxrscors.browsers.engine;

import java.time.Duration;
import java.util.List;

/**
 * A browser that runs, with one page open. It takes self-signed certificates and cookies of third
 * parties.
 *
 * <p>No method waits for ever: a browser that does not answer is an {@link EngineException}.
 */
public interface Engine extends AutoCloseable {

  /** {@return its name, such as Firefox} */
  String name();

  /**
   * Opens a page, and waits until it has loaded.
   *
   * @param url the page's address
   */
  void open(String url);

  /**
   * {@return what a script in the page returns}
   *
   * @param body the body of an asynchronous function that returns a string; it may {@code await}
   * @param timeout how long it may run
   * @throws EngineException if it throws, runs too long, or returns no string
   */
  String eval(String body, Duration timeout);

  /**
   * Opens a page, and waits until it has written a last line to its console.
   *
   * @param url the page's address
   * @param last a part of the line, which only the page itself writes
   * @return what the console said until then, what the browser complained of included
   * @throws EngineException if that line does not come
   */
  List<String> consoleOf(String url, String last);

  /**
   * Types into what has the focus.
   *
   * @param keys text, or the code points by which WebDriver names keys such as Tab
   */
  void type(String keys);

  /**
   * Resizes what is seen of the page.
   *
   * @param width in CSS pixels
   * @param height in CSS pixels
   */
  void resize(int width, int height);

  /** {@return a picture of what is seen of the page, as a PNG} */
  byte[] screenshot();

  /** Ends the browser, with every process that it started. */
  @Override
  void close();
}
