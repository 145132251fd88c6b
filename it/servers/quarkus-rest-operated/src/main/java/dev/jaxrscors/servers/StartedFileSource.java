package dev.jaxrscors.servers;

import dev.jaxrscors.contract.operated.file.FileSource;
import io.quarkus.runtime.annotations.StaticInitSafe;

/** The file, which Quarkus reads from the start only where it is told that this does no harm. */
@StaticInitSafe
public class StartedFileSource extends FileSource {}
