package io.toritsugi.link;

import org.jspecify.annotations.Nullable;

/**
 * A row of TL-Lincoln's room master: a room type as one sales office knows it (domain notes §4.6). What an answer leaves empty
 * is null.
 *
 * @param agentCode the sales office (agtCode)
 * @param code what its telegrams carry as RoomTypeCode (netAgtRmTypeCode)
 * @param groupCode TL-Lincoln's unit of stock (netRmTypeGroupCode)
 * @param houseTypeCode the hotel's own type as TL-Lincoln knows it (rmTypeCode)
 */
public record RoomMasterRow(
        String agentCode,
        String code,
        @Nullable String name,
        @Nullable String groupCode,
        @Nullable String groupName,
        @Nullable String houseTypeCode,
        @Nullable String houseTypeName,
        boolean stockAdjustable,
        boolean inUse) {}
