/** The whole system, from outside: the real application in a JVM of its own, over real HTTP, on a real database. */
@NullMarked
package io.toritsugi.conformance;

import org.jspecify.annotations.NullMarked;
