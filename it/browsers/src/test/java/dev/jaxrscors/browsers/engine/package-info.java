/**
 * Real browsers, without a window: {@link dev.jaxrscors.browsers.engine.EngineType} says which
 * there are and starts them, {@link dev.jaxrscors.browsers.engine.Engine} is one that runs.
 */
@NullMarked
package dev.jaxrscors.browsers.engine;

import org.jspecify.annotations.NullMarked;
