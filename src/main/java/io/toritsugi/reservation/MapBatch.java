package io.toritsugi.reservation;

import io.toritsugi.mapping.RoomMappings;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** The lane's step {@code map}: room codes become room types, by the mappings as they are now. */
@Component("mapRooms")
class MapBatch {

    private final RoomMappings mappings;

    MapBatch(RoomMappings mappings) {
        this.mappings = mappings;
    }

    /** Maps every telegram of the batch that describes a stay. */
    public LaneBatch map(@Body LaneBatch batch) {
        var tables = batch.hotels().stream().collect(Collectors.toMap(hotel -> hotel, mappings::tableOf));
        for (var telegram : batch.telegrams()) {
            if (telegram.reading() instanceof Reading.Understood understood) {
                var table = tables.get(telegram.head().hotelId());
                batch.mapped().put(telegram.head().id(), MapRooms.map(understood, table));
            }
        }
        return batch;
    }
}
