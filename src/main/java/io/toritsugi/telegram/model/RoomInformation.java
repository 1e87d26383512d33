package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** The type of a room and who sleeps in it; counts as text. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RoomInformation {

    @XmlElement(name = "RoomTypeCode")
    public @Nullable String roomTypeCode;

    @XmlElement(name = "RoomTypeName")
    public @Nullable String roomTypeName;

    /** TL-Lincoln's stock unit: a proposal for a mapping. Only in the RISAPLS rows. */
    @XmlElement(name = "NetRmTypeGroupCode")
    public @Nullable String netRmTypeGroupCode;

    @XmlElement(name = "PlanGroupCode")
    public @Nullable String planGroupCode;

    @XmlElement(name = "PerRoomPaxCount")
    public @Nullable String perRoomPaxCount;

    @XmlElement(name = "RoomPaxMaleCount")
    public @Nullable String roomPaxMaleCount;

    @XmlElement(name = "RoomPaxFemaleCount")
    public @Nullable String roomPaxFemaleCount;

    @XmlElement(name = "RoomChildA70Count")
    public @Nullable String roomChildA70Count;

    @XmlElement(name = "RoomChildA70Count2")
    public @Nullable String roomChildA70Count2;

    @XmlElement(name = "RoomChildB50Count")
    public @Nullable String roomChildB50Count;

    @XmlElement(name = "RoomChildB50Count2")
    public @Nullable String roomChildB50Count2;

    @XmlElement(name = "RoomChildC30Count")
    public @Nullable String roomChildC30Count;

    @XmlElement(name = "RoomChildC30Count2")
    public @Nullable String roomChildC30Count2;

    @XmlElement(name = "RoomChildDNoneCount")
    public @Nullable String roomChildDNoneCount;

    @XmlElement(name = "RoomChildDNoneCount2")
    public @Nullable String roomChildDNoneCount2;

    @XmlElement(name = "RoomChildECount")
    public @Nullable String roomChildECount;

    @XmlElement(name = "RoomChildFCount")
    public @Nullable String roomChildFCount;

    @XmlElement(name = "RoomChildOtherCount")
    public @Nullable String roomChildOtherCount;
}
