package io.toritsugi.failure;

/**
 * The right to decide about a failed telegram, taken from the retry queue for a while.
 *
 * @param fence the number of the claim; only who has the newest one may write
 */
public record RetryClaim(long failureId, long telegramId, long fence) {}
