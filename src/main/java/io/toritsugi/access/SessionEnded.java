package io.toritsugi.access;

/**
 * Somebody signed out, or in anew, on this node. A session that ends otherwise (by time, on another node) is found by
 * {@link OpenSessions}.
 *
 * @param sessionId the session that is no more
 */
public record SessionEnded(String sessionId) {}
