package dev.jaxrscors.contract.app;

/**
 * A body whose reading is counted.
 *
 * @param text the body
 */
public record Counted(String text) {}
