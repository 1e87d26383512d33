package io.toritsugi.simulator;

import java.util.List;

/**
 * A net room-type group: TL-Lincoln's own unit of stock.
 *
 * @param agentCode the code of the agent room type that belongs to it in this simulator, the same with every OTA
 * @param rooms how many rooms a day has that was never adjusted
 */
record RoomGroup(String code, String name, String agentCode, int rooms) {

    /** Those of the demo hotel: the codes that its mappings know (samples/README.md). */
    static final List<RoomGroup> DEMO = List.of(
            new RoomGroup("1", "シングル", "0001", 20),
            new RoomGroup("2", "ツイン", "0002", 20),
            new RoomGroup("3", "ダブル", "0003", 20),
            new RoomGroup("5", "ファミリー", "0005", 20),
            new RoomGroup("7", "和室", "0007", 20));
}
