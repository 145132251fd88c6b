package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deployment in force, and another one in its place as soon as configuration, or a policy that
 * code supplies, has changed.
 *
 * <p>Requests find out that it is time; the other deployment is made beside the one in force, by a
 * thread that ends with it, and is then put in its place in whole. What is wrong stays out.
 */
public final class Redeployment {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** So many are made anew within the request that finds a reason; more, a moment after it. */
  private static final int FEW_METHODS = 1_000;

  private static final long PATIENCE_MILLIS = 1_000;

  /** For who has put another deployment in force, and is still telling of it. */
  private static final long MOMENT_MILLIS = 100;

  private final Deployer deployer;
  private final LongSupplier nanoTime;
  private final OneAtATime beside = new OneAtATime();
  private volatile HostDeployments inForce;
  // Read last, right or wrong: what is wrong is not tried again before it changes.
  private volatile Settings read;
  private volatile long readAt;

  /**
   * Makes one.
   *
   * @param first the deployment that is in force at first
   */
  public Redeployment(Deployer deployer, HostDeployments first) {
    this(deployer, first, System::nanoTime);
  }

  Redeployment(Deployer deployer, HostDeployments first, LongSupplier nanoTime) {
    this.deployer = deployer;
    this.nanoTime = nanoTime;
    this.inForce = first;
    this.read = first.settings().settings();
    this.readAt = nanoTime.getAsLong();
  }

  /** Returns the deployment in force. */
  public HostDeployments inForce() {
    return inForce;
  }

  /** Returns the class of the application, if it is known. */
  public Optional<Class<?>> application() {
    return deployer.application();
  }

  /** Returns who hears what becomes of requests, and of changes. */
  public Listeners listeners() {
    return deployer.listeners();
  }

  /** Finds out, for each request, whether it is time to read the configuration again. */
  public void tick() {
    HostDeployments now = inForce;
    if (!now.mayChange()) {
      return;
    }
    long period = now.settings().reloadNanos();
    if (period > 0 && nanoTime.getAsLong() - readAt >= period) {
      beside.begin(end -> reload());
    }
    // Nobody is governed by a policy that is off, so no request asks for its successor.
    for (SuppliedPolicy off : now.settings().suppliedOff()) {
      isReplaced(off);
    }
  }

  /**
   * Reports whether a policy that decides about a request may have another one in its place now.
   *
   * @param applied what is to decide
   */
  public boolean isReplaced(AppliedPolicy applied) {
    return applied instanceof AppliedPolicy.Governed governed
        && governed.supplier() != null
        && isReplaced(governed.supplier());
  }

  private boolean isReplaced(SuppliedPolicy supplied) {
    HostDeployments before = inForce;
    Policy successor = supplied.successor();
    if (successor == null) {
      return false;
    }
    if (before.methods() > FEW_METHODS) {
      begin(supplied, successor);
      return false;
    }
    // What another request has begun may be just this, or of a moment ago.
    @Nullable Policy next = beside.awaitEnd(MOMENT_MILLIS) ? supplied.successor() : successor;
    if (next != null) {
      OneAtATime.await(begin(supplied, next), PATIENCE_MILLIS);
    }
    return inForce != before;
  }

  private CountDownLatch begin(SuppliedPolicy supplied, Policy successor) {
    return beside.begin(end -> replace(supplied, successor, end));
  }

  private void reload() {
    try {
      List<String> keys = read.outdated();
      if (!keys.isEmpty()) {
        reload(keys);
      }
    } finally {
      readAt = nanoTime.getAsLong();
    }
  }

  /**
   * Sources are asked for one key after another, and may change in between: a deployment counts if
   * all of them still answer the same after it. Else it is made another time, at the next tick.
   */
  private void reload(List<String> keys) {
    Settings found = deployer.configuration();
    read = found;
    try {
      HostDeployments made = deployer.deployAgain(inForce, found, Map.of());
      if (!found.outdated().isEmpty()) {
        return;
      }
      inForce = made;
      deployer.reconsider();
      made.hint();
      LOGGER.log(
          Level.INFO, "CORS configuration has changed, and is in force now: {0}", names(keys));
      tell(keys, "", List.of());
    } catch (InvalidPolicyException e) {
      if (!found.outdated().isEmpty()) {
        return;
      }
      LOGGER.log(
          Level.ERROR,
          "CORS configuration has changed ({0}), and is wrong; the one before stays in force. {1}",
          names(keys),
          e.getMessage());
      tell(keys, "", lines(e));
    }
  }

  private void tell(List<String> keys, String policy, List<String> mistakes) {
    CorsEvent.Reconfigured event = new CorsEvent.Reconfigured(keys, policy, mistakes);
    listeners().tell(listener -> listener.reconfigured(event));
  }

  private static List<String> lines(InvalidPolicyException e) {
    return e.mistakes().stream().map(Object::toString).toList();
  }

  private static String names(List<String> keys) {
    int most = 5;
    return keys.size() <= most
        ? String.join(", ", keys)
        : String.join(", ", keys.subList(0, most)) + " and " + (keys.size() - most) + " more";
  }

  private void replace(SuppliedPolicy supplied, Policy successor, CountDownLatch ended) {
    try {
      // What else has changed is no matter of this policy, and may be wrong.
      Settings settings = inForce.settings().settings();
      HostDeployments made = deployer.deployAgain(inForce, settings, Map.of(supplied, successor));
      inForce = made;
      supplied.replace(successor);
      ended.countDown();
      made.hint();
      LOGGER.log(Level.INFO, "CORS policy {0} has been replaced", supplied.name());
      tell(List.of(), supplied.name(), List.of());
    } catch (InvalidPolicyException e) {
      supplied.reject(successor);
      ended.countDown();
      LOGGER.log(
          Level.ERROR,
          "CORS policy {0} is not replaced, because the other one is wrong; the one before stays in"
              + " force. {1}",
          supplied.name(),
          e.getMessage());
      tell(List.of(), supplied.name(), lines(e));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      supplied.reject(successor);
      throw e;
    }
  }
}
