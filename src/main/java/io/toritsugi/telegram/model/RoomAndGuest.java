package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row: a room type with its guests, and usually one night; generic TravelXML has several nights in a row. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RoomAndGuest {

    @XmlElement(name = "RoomInformation")
    public @Nullable RoomInformation roomInformation;

    @XmlElement(name = "RoomRateInformation")
    public List<RoomRateInformation> nights = new ArrayList<>(0);

    @XmlElement(name = "GuestInformation")
    public @Nullable GuestInformation guestInformation;

    @XmlElement(name = "GuestInformationList")
    public List<RoomMate> guests = new ArrayList<>(0);
}
