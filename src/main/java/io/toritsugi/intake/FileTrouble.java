package io.toritsugi.intake;

import io.toritsugi.failure.Failure;
import java.time.Instant;

/**
 * Files of a partner are not getting on: they cannot be read or moved, or his server does not answer. Nothing is lost, they
 * wait; but somebody should look. Published once, until it is {@linkplain FileTroubleOver over}.
 *
 * @param failure its argument {@code service} names the partner
 */
public record FileTrouble(Failure failure, Instant at) {}
