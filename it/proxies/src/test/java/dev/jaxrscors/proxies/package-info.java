/**
 * Real caches in front of a real server, poisoned by hand: no answer of one origin may reach
 * another.
 */
@NullMarked
package dev.jaxrscors.proxies;

import org.jspecify.annotations.NullMarked;
