package dev.jaxrscors.benchmarks.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need the load generator. Without it they are skipped, which is said; with {@code
 * WRK=required} in the environment they run, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WrkCondition.class)
@interface NeedsWrk {}
