package io.toritsugi.intake;

import io.toritsugi.failure.Failure;
import java.time.Instant;

/**
 * Files of a partner are getting on. Also published at the first look after a start, for nobody knows what was before.
 *
 * @param failure what they may have suffered from; told from others by its fingerprint
 */
public record FileTroubleOver(Failure failure, Instant at) {}
