/** The link to TL-Lincoln: how a hotel reaches it, and every call that is made. */
@NullMarked
package io.toritsugi.link;

import org.jspecify.annotations.NullMarked;
