package dev.jaxrscors.processor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory, with the annotation processor that the class path offers. */
public final class Compilation {

  /**
   * What the compiler said.
   *
   * @param kind error or warning
   * @param line the line, or -1
   * @param column the column, or -1
   * @param text the message
   */
  public record Message(Diagnostic.Kind kind, long line, long column, String text) {
    static Message of(Diagnostic<?> said) {
      return new Message(
          said.getKind(),
          said.getLineNumber(),
          said.getColumnNumber(),
          said.getMessage(Locale.ROOT));
    }
  }

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  // Shared, because opening every library of the class path anew takes longer than to compile.
  private static final JavaFileManager LIBRARIES =
      COMPILER.getStandardFileManager(new DiagnosticCollector<>(), Locale.ROOT, null);

  private static final Pattern NAME = Pattern.compile("(?:class|interface|enum|record) +(\\w+)");

  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("--release", "17"));
  private final List<Processor> processors = new ArrayList<>();
  private final Map<String, Memory> classes = new HashMap<>();
  private final List<Message> messages = new ArrayList<>();

  public Compilation() {
    ServiceLoader.load(Processor.class).forEach(processors::add);
  }

  /** Adds a compilation unit of the package {@code shop}, named after its first type. */
  public Compilation source(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.find()) {
      throw new IllegalArgumentException("No type in: " + text);
    }
    sources.add(Memory.source("shop/" + name.group(1), text));
    return this;
  }

  Compilation options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Compilation alsoWith(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Compiles in the presence of the classes that an earlier compilation made. */
  Compilation against(Compilation earlier) {
    classes.putAll(earlier.classes);
    return this;
  }

  public Compilation withoutProcessor() {
    processors.clear();
    options.add("-proc:none");
    return this;
  }

  public Compilation run() {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        COMPILER.getTask(new StringWriter(), new InMemory(), said, options, null, sources);
    if (!processors.isEmpty()) {
      task.setProcessors(processors);
    }
    task.setLocale(Locale.ROOT);
    task.call();
    said.getDiagnostics().forEach(d -> messages.add(Message.of(d)));
    return this;
  }

  List<Message> messages() {
    return messages;
  }

  public List<Message> errors() {
    return messages.stream().filter(m -> m.kind() == Diagnostic.Kind.ERROR).toList();
  }

  /** Returns a loader of the classes that were compiled. */
  public ClassLoader loader() {
    return new ClassLoader(Compilation.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = classes.get(name).bytes.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  /** Returns the classes that were compiled, in the order of their names. */
  List<Class<?>> load() throws ClassNotFoundException {
    ClassLoader loader = loader();
    List<Class<?>> loaded = new ArrayList<>();
    for (String name : new TreeSet<>(classes.keySet())) {
      loaded.add(loader.loadClass(name));
    }
    return loaded;
  }

  /** A file in memory, which can be written and read again. */
  private static class Memory extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Memory(String path, Kind kind) {
      super(URI.create("memory:///" + path + kind.extension), kind);
    }

    static Memory source(String path, String text) {
      Memory source = new Memory(path, Kind.SOURCE);
      source.bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      return source;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    InMemory() {
      super(LIBRARIES);
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      List<JavaFileObject> found = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(found::add);
      if (location == StandardLocation.CLASS_PATH && packageName.equals("shop")) {
        found.addAll(classes.values());
      }
      return found;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      return classes.entrySet().stream()
          .filter(entry -> entry.getValue() == file)
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseGet(() -> super.inferBinaryName(location, file));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      Memory file = new Memory(className.replace('.', '/'), kind);
      if (kind == JavaFileObject.Kind.CLASS) {
        classes.put(className, file);
      }
      return file;
    }
  }
}
