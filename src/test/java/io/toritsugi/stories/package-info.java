/** What people do with the admin UI, told by a real browser (frontend/stories). */
@NullMarked
package io.toritsugi.stories;

import org.jspecify.annotations.NullMarked;
