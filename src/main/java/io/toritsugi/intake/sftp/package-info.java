/** Telegrams as files: the SFTP server that partners drop them on, and the inboxes that are emptied from there. */
@NullMarked
package io.toritsugi.intake.sftp;

import org.jspecify.annotations.NullMarked;
