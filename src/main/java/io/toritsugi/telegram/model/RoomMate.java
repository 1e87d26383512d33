package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** A guest who shares the room (同室者). The names within are assumed for some senders. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RoomMate {

    @XmlElement(name = "GuestNameSingleByte")
    public @Nullable String guestNameSingleByte;

    @XmlElement(name = "GuestKanjiName")
    public @Nullable String guestKanjiName;

    @XmlElement(name = "GuestSurName")
    public @Nullable String guestSurName;

    @XmlElement(name = "GuestGivenName")
    public @Nullable String guestGivenName;
}
