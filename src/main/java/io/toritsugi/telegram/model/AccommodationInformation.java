package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** The hotel as the OTA names it: no identity of the hotel, it differs from OTA to OTA. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class AccommodationInformation {

    @XmlElement(name = "AccommodationName")
    public @Nullable String accommodationName;

    @XmlElement(name = "AccommodationCode")
    public @Nullable String accommodationCode;
}
