/**
 * What is allowed: a {@link dev.jaxrscors.policy.Policy} and its members, immutable and valid by
 * construction. Nothing here knows a request or a response; what is wrong with a policy is a {@link
 * dev.jaxrscors.policy.PolicyProblem}.
 */
@NullMarked
package dev.jaxrscors.policy;

import org.jspecify.annotations.NullMarked;
