package dev.jaxrscors.browsers.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need a browser. Without it they are skipped, which is said with how to install
 * it; with {@code BROWSERS=required} in the environment they run, and fail.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineCondition.class)
public @interface NeedsEngine {

  /** {@return which browser} */
  EngineType value();
}
