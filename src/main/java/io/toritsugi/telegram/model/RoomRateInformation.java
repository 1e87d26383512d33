package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** One night of a room and what it costs: whole yen as text, whatever the names say (A70 is no percentage). */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RoomRateInformation {

    @XmlElement(name = "RoomDate")
    public @Nullable String roomDate;

    @XmlElement(name = "PerPaxRate")
    public @Nullable String perPaxRate;

    @XmlElement(name = "PerPaxMaleRate")
    public @Nullable String perPaxMaleRate;

    @XmlElement(name = "PerPaxFemaleRate")
    public @Nullable String perPaxFemaleRate;

    @XmlElement(name = "PerChildA70Rate")
    public @Nullable String perChildA70Rate;

    @XmlElement(name = "PerChildA70Rate2")
    public @Nullable String perChildA70Rate2;

    @XmlElement(name = "PerChildB50Rate")
    public @Nullable String perChildB50Rate;

    @XmlElement(name = "PerChildB50Rate2")
    public @Nullable String perChildB50Rate2;

    @XmlElement(name = "PerChildC30Rate")
    public @Nullable String perChildC30Rate;

    @XmlElement(name = "PerChildC30Rate2")
    public @Nullable String perChildC30Rate2;

    /** One of two spellings; the other is {@link #perChildDNoneRate} (domain notes §4.4). */
    @XmlElement(name = "PerChildDRate")
    public @Nullable String perChildDRate;

    @XmlElement(name = "PerChildDNoneRate")
    public @Nullable String perChildDNoneRate;

    @XmlElement(name = "PerChildERate")
    public @Nullable String perChildERate;

    @XmlElement(name = "PerChildFRate")
    public @Nullable String perChildFRate;

    @XmlElement(name = "PerChildOtherRate")
    public @Nullable String perChildOtherRate;

    @XmlElement(name = "TotalPerRoomRate")
    public @Nullable String totalPerRoomRate;

    @XmlElement(name = "TotalPerRoomHotSpringTax")
    public @Nullable String totalPerRoomHotSpringTax;

    /** The same, as some senders spell it. */
    @XmlElement(name = "TotalRoomHotSpringTax")
    public @Nullable String totalRoomHotSpringTax;
}
