package dev.jaxrscors.internal.runtime;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/**
 * Loads an application beside an API that nothing else here may see: with it on the class path,
 * every test would run where there is CDI. The stand-ins of the API are in {@code standins.NAME},
 * and lose that prefix when they are loaded.
 */
public final class StandIns extends ClassLoader {

  private static final int UTF8 = 1;

  /** How many bytes follow the tag of a constant, by the tag, but for that of a text. */
  private static final int[] CONSTANTS = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private final String prefix;
  private final Object world;

  /**
   * Makes what loads an application.
   *
   * @param name which stand-ins are there
   * @param world what they speak of
   */
  public StandIns(String name, Object world) {
    super(StandIns.class.getClassLoader());
    this.prefix = StandIns.class.getPackageName() + ".standins." + name + ".";
    this.world = world;
  }

  /** Returns what a stand-in speaks of. */
  public static <T> T world(Class<?> standIn, Class<T> type) {
    return type.cast(((StandIns) standIn.getClassLoader()).world);
  }

  /** Runs something as the code of the application does. */
  public <T> T call(Callable<T> code) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return code.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String file = path(prefix + name) + ".class";
    try (InputStream compiled = getParent().getResourceAsStream(file)) {
      if (compiled == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] renamed = renamed(new DataInputStream(compiled));
      return defineClass(name, renamed, 0, renamed.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /**
   * Names are texts among the constants.
   *
   * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">Java
   *     Virtual Machine Specification, The Constant Pool</a>
   */
  private byte[] renamed(DataInputStream compiled) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream renamed = new DataOutputStream(bytes);
    renamed.writeLong(compiled.readLong());
    int count = compiled.readUnsignedShort();
    renamed.writeShort(count);
    for (int i = 1; i < count; i++) {
      int tag = compiled.readUnsignedByte();
      renamed.writeByte(tag);
      if (tag == UTF8) {
        renamed.writeUTF(compiled.readUTF().replace(path(prefix), "").replace(prefix, ""));
      } else {
        renamed.write(compiled.readNBytes(CONSTANTS[tag]));
        // A long number counts twice.
        i += CONSTANTS[tag] / Long.BYTES;
      }
    }
    compiled.transferTo(renamed);
    return bytes.toByteArray();
  }

  private static String path(String name) {
    return name.replace('.', '/');
  }
}
