/**
 * The door to who may call what: a report of every path and verb with its effective policy and
 * where each member comes from, for a repository, a reviewer, a test, an administrator; and the
 * reasons why one request is granted or refused.
 */
@NullMarked
package dev.jaxrscors.report;

import org.jspecify.annotations.NullMarked;
