/** The load bench: a running application beside what the same PostgreSQL takes without one. Started by {@code bench/run}. */
@NullMarked
package io.toritsugi.bench;

import org.jspecify.annotations.NullMarked;
