/** Who may do what: users, API keys, sessions, audit. */
@NullMarked
package io.toritsugi.access;

import org.jspecify.annotations.NullMarked;
