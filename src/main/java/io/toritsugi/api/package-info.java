/** What every answer over HTTP shares: problem documents and their words, pages of a list, the language asked for. */
@NullMarked
package io.toritsugi.api;

import org.jspecify.annotations.NullMarked;
