package dev.jaxrscors.contract.doors;

/** What nothing catches. */
public class Boom extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes one. */
  public Boom() {
    super("boom");
  }
}
