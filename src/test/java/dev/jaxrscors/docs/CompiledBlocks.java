package dev.jaxrscors.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
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
      import dev.jaxrscors.policy.*;
      import dev.jaxrscors.rest.*;
      import jakarta.annotation.Priority;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.container.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.ext.*;
      import java.net.URI;
      import java.util.*;
      import org.junit.jupiter.api.Test;
      """;

  private final URLClassLoader loader;

  private CompiledBlocks(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Compiles the blocks, and fails with what the compiler says when one does not compile. */
  static CompiledBlocks in(Path folder) throws IOException {
    return compile(folder, Readme.blocks("java").stream().map(CompiledBlocks::source).toList());
  }

  /** Returns the public class of one block, compiled anew. */
  static Class<?> compiled(Path folder, String block) throws IOException, ClassNotFoundException {
    Path apart = Files.createDirectories(folder.resolve("apart"));
    return compile(apart, List.of(source(block))).type(nameIn(block));
  }

  private static CompiledBlocks compile(Path folder, List<JavaFileObject> sources)
      throws IOException {
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

  /** Makes an instance of a class that need not be public. */
  Object instance(String name) throws ReflectiveOperationException {
    Constructor<?> constructor = type(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
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
    String code = block.startsWith("import dev.jaxrscors.*;") ? block : IMPORTS + block;
    URI uri = URI.create("readme:///" + nameIn(block) + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }

  private static String nameIn(String block) {
    Matcher type = CLASS.matcher(block);
    if (!type.find()) {
      throw new AssertionError("no public class in: " + block);
    }
    return type.group(1);
  }
}
