/**
 * A small shop that pages of other origins may call: every kind of policy, on an embedded Jersey.
 * {@link dev.jaxrscors.demo.Demo} starts it.
 */
@NullMarked
package dev.jaxrscors.demo;

import org.jspecify.annotations.NullMarked;
