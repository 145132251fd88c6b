package dev.jaxrscors.contract.operated.file;

/** What is known of the file without MicroProfile Config. */
public final class OperatedFile {

  /** The name of the variable that names the file. */
  public static final String VARIABLE = "OPERATED_FILE";

  /** The interface that the source of the file implements. */
  public static final String SERVICE = "org.eclipse.microprofile.config.spi.ConfigSource";

  /** The class of the source. */
  public static final String SOURCE = "dev.jaxrscors.contract.operated.file.FileSource";

  private OperatedFile() {}
}
