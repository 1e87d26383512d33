/**
 * The application as a test build: with a clock that can be set, and with faults that can be switched on to see whether the
 * suite notices them. Nothing of it is in the jar that is shipped: it stands among the tests, and only a program started with
 * their classes ({@link io.toritsugi.conformance.testbuild.TestBuild}) has it.
 */
@NullMarked
package io.toritsugi.conformance.testbuild;

import org.jspecify.annotations.NullMarked;
