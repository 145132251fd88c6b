package dev.jaxrscors.contract.app;

/** What {@link SoldOutMapper} maps. */
public class SoldOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public SoldOutException() {
    super("sold out");
  }
}
