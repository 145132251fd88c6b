package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.Danger;
import dev.jaxrscors.internal.protocol.SourceFailure;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy that code supplies, and may replace while requests run: asked at each request that it
 * governs, by one of them at a time.
 *
 * <p>The one in force stays there until another one is known to be right; whatever the supplier
 * does instead of returning one, throw or hang, is logged once.
 */
public final class SuppliedPolicy {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final Supplier<Policy> supplier;
  private final LongSupplier nanoTime;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile @Nullable Policy inForce;
  private volatile @Nullable Policy rejected;
  private volatile boolean failing;
  // Not zero while others find that it is being asked.
  private volatile long waitedForSince;
  private volatile boolean hanging;

  SuppliedPolicy(String name, Supplier<Policy> supplier) {
    this(name, supplier, System::nanoTime);
  }

  SuppliedPolicy(String name, Supplier<Policy> supplier, LongSupplier nanoTime) {
    this.name = name;
    this.supplier = supplier;
    this.nanoTime = nanoTime;
  }

  String name() {
    return name;
  }

  /**
   * Returns the policy in force; the first time, the one that is supplied then.
   *
   * @throws InvalidPolicyException if the first one is not supplied
   */
  Policy inForce() {
    Policy known = inForce;
    return known == null ? first() : known;
  }

  private synchronized Policy first() {
    Policy known = inForce;
    if (known != null) {
      return known;
    }
    Policy supplied = supplied();
    inForce = supplied;
    return supplied;
  }

  private Policy supplied() {
    @Nullable Policy supplied;
    try {
      supplied = supplier.get();
    } catch (Throwable e) {
      throw failure("it threw " + SourceFailure.described(e));
    }
    if (supplied == null) {
      throw failure("it returned null");
    }
    return supplied;
  }

  private InvalidPolicyException failure(String reason) {
    return new InvalidPolicyException(
        List.of(new Mistake("policy " + name, ProblemKind.UNUSABLE_SUPPLIER.of(name, reason))));
  }

  /** Returns a policy that is to replace the one in force; null if there is none. */
  @Nullable Policy successor() {
    if (!asking.compareAndSet(false, true)) {
      noteWaiting();
      return null;
    }
    // Who came too late for the one before has nothing to wait for any more.
    if (waitedForSince != 0) {
      waitedForSince = 0;
      hanging = false;
    }
    try {
      return other(supplied());
    } catch (InvalidPolicyException e) {
      logFailure(e);
      return null;
    } finally {
      asking.set(false);
    }
  }

  /** Whether it is the same one is all that is asked at each request: that has to be cheap. */
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Policy other(Policy supplied) {
    failing = false;
    Policy before = inForce;
    Policy wrong = rejected;
    if (supplied == before || supplied == wrong) {
      return null;
    }
    if (isSame(supplied, before)) {
      inForce = supplied;
      return null;
    }
    return isSame(supplied, wrong) ? null : supplied;
  }

  private void logFailure(InvalidPolicyException e) {
    if (!failing) {
      failing = true;
      LOGGER.log(
          Level.ERROR,
          "{0} The policy before stays in force, until another one is supplied.",
          e.getMessage());
    }
  }

  /** Another request is asking: that takes no time, unless the supplier hangs. */
  private void noteWaiting() {
    long since = waitedForSince;
    if (since == 0) {
      waitedForSince = nanoTime.getAsLong() | 1;
    } else if (!hanging && nanoTime.getAsLong() - since > PATIENCE_NANOS) {
      hanging = true;
      LOGGER.log(
          Level.ERROR,
          "The supplier of the CORS policy {0} has not returned for 10 seconds. The policy before"
              + " stays in force.",
          name);
    }
  }

  /** What was set aside is no member, but decides whether a policy is right. */
  private static boolean isSame(Policy one, @Nullable Policy other) {
    return other != null
        && one.equals(other)
        && Stream.of(Danger.values())
            .allMatch(danger -> one.waives(danger) == other.waives(danger));
  }

  /** Looks again at what was refused. */
  void reconsider() {
    rejected = null;
  }

  /** Puts another policy in force. */
  void replace(Policy successor) {
    inForce = successor;
  }

  /** Takes note that another policy is wrong, so that it is not looked at again. */
  void reject(Policy successor) {
    rejected = successor;
  }
}
