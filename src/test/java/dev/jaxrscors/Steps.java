package dev.jaxrscors;

import com.code_intelligence.jazzer.api.HookType;
import com.code_intelligence.jazzer.api.MethodHook;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/**
 * Counts how many characters the library looks at. In fuzz tests an agent calls the methods here
 * around those of the JDK that the library calls, so that work is bounded which is the same on each
 * machine, and not time, which is not.
 *
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer/blob/main/docs/advanced.md">
 *     Jazzer, custom hooks</a>
 */
public final class Steps {

  private static long count;

  private Steps() {}

  /**
   * What was done.
   *
   * @param result what came of it
   * @param steps how many characters were looked at for it, those looked at twice counted twice
   */
  public record Counted<T>(T result, long steps) {}

  /** Does something, and counts. */
  public static <T> Counted<T> of(Supplier<T> something) {
    count = 0;
    T result = something.get();
    return new Counted<>(result, count);
  }

  @MethodHook(type = HookType.BEFORE, targetClassName = "java.lang.String", targetMethod = "charAt")
  public static void one(MethodHandle method, Object text, Object[] arguments, int id) {
    count++;
  }

  @MethodHook(type = HookType.AFTER, targetClassName = "java.lang.String", targetMethod = "indexOf")
  public static void upTo(
      MethodHandle method, Object text, Object[] arguments, int id, Object found) {
    int from = arguments.length > 1 ? (int) arguments[1] : 0;
    int to = (int) found < 0 ? ((String) text).length() : (int) found + 1;
    count += Math.max(0, to - from);
  }

  @MethodHook(
      type = HookType.AFTER,
      targetClassName = "java.lang.String",
      targetMethod = "substring")
  @MethodHook(
      type = HookType.AFTER,
      targetClassName = "java.lang.String",
      targetMethod = "toLowerCase")
  @MethodHook(type = HookType.AFTER, targetClassName = "java.lang.String", targetMethod = "strip")
  public static void all(
      MethodHandle method, Object text, Object[] arguments, int id, Object copied) {
    count += ((String) copied).length();
  }
}
