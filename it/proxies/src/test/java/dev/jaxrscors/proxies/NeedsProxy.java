package dev.jaxrscors.proxies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need a proxy. Without it they are skipped, which is said with how to install it;
 * with {@code PROXIES=required} in the environment they run, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProxyCondition.class)
@interface NeedsProxy {

  /** {@return which proxy} */
  Proxy value();
}
