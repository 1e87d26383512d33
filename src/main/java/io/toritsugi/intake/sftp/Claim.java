package io.toritsugi.intake.sftp;

import io.toritsugi.failure.FailureCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A dropped file that has been taken out of the partner's reach.
 *
 * @param folder of this claim alone
 * @param content the file itself
 * @param broken why it must not be read; null when it may be
 */
record Claim(
        SftpPartner partner,
        DroppedFile file,
        Path folder,
        Path content,
        @Nullable FailureCode broken) {}
