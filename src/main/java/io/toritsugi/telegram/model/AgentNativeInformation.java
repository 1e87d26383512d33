package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** What the OTA's own system adds. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class AgentNativeInformation {

    @XmlElement(name = "Extend")
    public @Nullable Extend extend;

    @XmlElement(name = "Extendmytrip")
    public @Nullable Extendmytrip extendmytrip;
}
