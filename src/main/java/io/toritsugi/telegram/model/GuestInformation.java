package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The guests of one room. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GuestInformation {

    @XmlElement(name = "GuestInformationList")
    public List<RoomMate> guests = new ArrayList<>(0);
}
