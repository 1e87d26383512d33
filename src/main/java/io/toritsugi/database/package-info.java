/** The database itself: embedded for demo and tests, migrated, partitioned. */
@NullMarked
package io.toritsugi.database;

import org.jspecify.annotations.NullMarked;
