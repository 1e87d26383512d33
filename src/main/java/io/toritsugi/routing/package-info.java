/** Loading and validating the routes. */
@NullMarked
package io.toritsugi.routing;

import org.jspecify.annotations.NullMarked;
