package dev.jaxrscors.benchmarks.report;

import java.util.Map;

/**
 * All that was measured of one case.
 *
 * @param unit of the score, such as {@code ns/op}
 * @param score by round
 * @param bytes allocated by one operation, by round
 * @param counters what else was counted, by round and by name
 */
record Series(String unit, Rounds score, Rounds bytes, Map<String, Rounds> counters) {}
