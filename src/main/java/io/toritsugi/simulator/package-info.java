/** A TL-Lincoln to talk to, for the demo, for tests and for integrators; with faults on demand. */
@NullMarked
package io.toritsugi.simulator;

import org.jspecify.annotations.NullMarked;
