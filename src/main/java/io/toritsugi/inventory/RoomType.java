package io.toritsugi.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;

/** A room type as the API shows it; {@code rooms} counts the rooms in use, {@code baseRate} is whole yen a night. */
record RoomType(
        @JsonIgnore int id,
        @Schema(example = "TWN") String code,
        @Schema(example = "ツイン") String name,

        @Schema(description = "How many guests it sleeps", example = "2")
        int capacity,

        boolean smoking,

        @Schema(description = "Whole yen a night", example = "14000")
        int baseRate,

        @Schema(description = "Rooms in use", example = "20")
        int rooms) {}
