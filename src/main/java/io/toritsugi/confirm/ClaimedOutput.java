package io.toritsugi.confirm;

/**
 * An output that this node is confirming.
 *
 * @param attempts made so far
 * @param fence the number of this claim; a result that names an older one is refused
 */
record ClaimedOutput(long id, int hotelId, String outputId, int attempts, long fence) {}
