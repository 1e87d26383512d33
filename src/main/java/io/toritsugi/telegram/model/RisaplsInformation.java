package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** What TL-Lincoln and the OTA's own system add. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RisaplsInformation {

    @XmlElement(name = "RisaplsCommonInformation")
    public @Nullable RisaplsCommonInformation common;

    @XmlElement(name = "AgentNativeInformation")
    public @Nullable AgentNativeInformation agent;
}
