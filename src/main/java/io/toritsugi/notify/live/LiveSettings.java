package io.toritsugi.notify.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live feed.
 *
 * @param keep how long events can be asked for again
 * @param heartbeat how often somebody who hears nothing hears that there was nothing
 * @param silence a client who does not answer pings for so long is gone
 * @param queueMessages how many messages may wait for one slow client
 * @param queueCharacters how many characters may wait for one slow client
 * @param sockets how many clients one node serves
 */
@ConfigurationProperties("toritsugi.live")
record LiveSettings(
        @DefaultValue("48h") Duration keep,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("4000") int queueMessages,
        @DefaultValue("1000000") int queueCharacters,
        @DefaultValue("1000") int sockets) {}
