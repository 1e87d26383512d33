/** The attempt log, statistics and housekeeping. */
@NullMarked
package io.toritsugi.monitor;

import org.jspecify.annotations.NullMarked;
