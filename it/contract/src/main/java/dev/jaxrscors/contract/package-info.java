/**
 * What every server and runtime must answer, and the client that asks. The suites here are
 * abstract: a module for one server or runtime says only what it runs on.
 */
@NullMarked
package dev.jaxrscors.contract;

import org.jspecify.annotations.NullMarked;
