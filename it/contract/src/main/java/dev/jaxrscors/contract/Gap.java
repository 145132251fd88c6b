package dev.jaxrscors.contract;

/**
 * Where a runtime keeps the library from doing what the contract says. A place that has one says
 * so, and the contract then shows that it is there: closed, it fails the build until it is taken
 * off the list.
 */
public enum Gap {
  /** The filter does not run, or what it set is taken back. */
  UNMAPPED_EXCEPTION("500 of an unmapped exception without headers"),
  /** The container cannot suspend a request, with or without the library. */
  ASYNCHRONOUS("no asynchronous responses"),
  /** An exception of the container's security is turned into a response past the filters. */
  ROLE("401 of `@RolesAllowed` without headers"),
  /** The server answers what nothing in the application matches by itself. */
  NOT_FOUND("404 of no resource without headers"),
  /** The container takes {@code Vary} off when it makes up a page for an error, or has none. */
  ERROR_PAGE("304, and errors that the container answers itself, without `Vary`"),
  /** The container sends files whole, whatever part is asked for; with or without the library. */
  RANGE("no ranges of static files"),
  /** The server answers {@code OPTIONS} of no resource by itself. */
  OPTIONS("answers to `OPTIONS` of no resource without `Vary`"),
  /** The server answers {@code OPTIONS} by itself where the application has found nothing. */
  NOT_FOUND_OPTIONS("404 to `OPTIONS` without `Vary`"),
  /** An application class that declares any method gets no provider that it does not list. */
  CUSTOMIZED("with a method in the `Application`, no scanning for providers: list `CorsFeature`");

  private final String text;

  Gap(String text) {
    this.text = text;
  }

  /**
   * Returns the gap in words.
   *
   * @return a phrase for the table of servers
   */
  public String text() {
    return text;
  }
}
