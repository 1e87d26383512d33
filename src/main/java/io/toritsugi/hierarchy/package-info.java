/** Which room type may be given in place of which, and by what rules (R1.1, R5). */
@NullMarked
package io.toritsugi.hierarchy;

import org.jspecify.annotations.NullMarked;
