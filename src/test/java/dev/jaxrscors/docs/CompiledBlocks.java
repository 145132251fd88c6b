package dev.jaxrscors.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The classes that the Java blocks of the README declare, compiled as they stand there. */
final class CompiledBlocks implements AutoCloseable {

  private static final Pattern CLASS = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);

  /** What the README leaves out, where it says that it does. */
  private static final String IMPORTS =
      """
      import dev.jaxrscors.*;
      import jakarta.annotation.security.RolesAllowed;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      """;

  private final URLClassLoader loader;

  private CompiledBlocks(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Compiles the blocks, and fails with what the compiler says when one does not compile. */
  static CompiledBlocks in(Path folder) throws IOException {
    List<JavaFileObject> sources =
        Readme.blocks("java").stream().map(CompiledBlocks::source).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    if (!compiler.getTask(said, null, null, options, null, sources).call()) {
      throw new AssertionError(said.toString());
    }
    URL[] urls = {folder.toUri().toURL()};
    return new CompiledBlocks(new URLClassLoader(urls, CompiledBlocks.class.getClassLoader()));
  }

  Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject source(String block) {
    String code = block.startsWith("import ") ? block : IMPORTS + block;
    Matcher type = CLASS.matcher(block);
    if (!type.find()) {
      throw new AssertionError("no public class in: " + block);
    }
    URI uri = URI.create("readme:///" + type.group(1) + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}
