package io.toritsugi.upgrade.cascade;

import java.time.Duration;

/**
 * How far is looked.
 *
 * @param window days before the first night and after the last: what begins earlier or ends later is not moved
 * @param mostRooms how many rooms may be moved at most
 * @param time how long to look
 */
record CascadeLimits(int window, int mostRooms, Duration time) {}
