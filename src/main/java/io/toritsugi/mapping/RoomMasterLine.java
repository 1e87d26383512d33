package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A room type as one sales office knows it, as it was fetched.
 *
 * @param channel the OTA of that office; null for an office that is not known
 * @param roomType what the code is mapped to today; null when it is not
 */
@Schema(name = "RoomMasterLine")
record RoomMasterLine(
        @Schema(example = "66") String agentCode,
        @Schema(example = "jalan") @Nullable String channel,
        @Schema(example = "0002") String code,
        @Schema(example = "ツイン") @Nullable String name,
        @Schema(example = "2") @Nullable String groupCode,
        @Nullable String groupName,
        @Nullable String houseTypeCode,
        @Nullable String houseTypeName,
        boolean stockAdjustable,
        boolean inUse,
        @Schema(example = "TWN") @Nullable String roomType,
        OffsetDateTime fetchedAt) {

    /** Every name by which it may be recognised. */
    Stream<String> names() {
        return Stream.of(name, groupName, houseTypeName).filter(Objects::nonNull);
    }

    /** The value by which lists are sorted. */
    List<String> place() {
        return List.of(agentCode, code);
    }
}
