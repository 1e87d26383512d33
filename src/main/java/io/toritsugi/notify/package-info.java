/** Incidents: what a person should know of. */
@NullMarked
package io.toritsugi.notify;

import org.jspecify.annotations.NullMarked;
