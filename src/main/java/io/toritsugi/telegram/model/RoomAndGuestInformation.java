package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The rows of rooms and nights. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RoomAndGuestInformation {

    @XmlElement(name = "RoomAndGuestList")
    public List<RoomAndGuest> rows = new ArrayList<>(0);
}
