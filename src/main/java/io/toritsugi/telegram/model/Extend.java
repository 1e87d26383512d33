package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** Points and the amount claimed; a zero here proves nothing (domain notes §6.5). */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Extend {

    @XmlElement(name = "Points")
    public @Nullable String points;

    @XmlElement(name = "AmountClaimed")
    public @Nullable String amountClaimed;
}
