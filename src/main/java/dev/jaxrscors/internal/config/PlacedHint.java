package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.PolicyHint;

/**
 * A hint at something in configuration.
 *
 * @param place the key and its source
 * @param hint what
 */
public record PlacedHint(String place, PolicyHint hint) {}
