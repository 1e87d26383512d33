package io.toritsugi.conformance.suite;

import java.net.URI;

/**
 * A simulated TL-Lincoln that the instance can reach, and the suite too (docs/guides/simulator.md).
 *
 * @param base as {@code http://localhost:8090}
 */
public record Lincoln(URI base) {}
