package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** Who collects, and what a cancellation costs. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Extendmytrip {

    @XmlElement(name = "SettlementDiv")
    public @Nullable String settlementDiv;

    @XmlElement(name = "CancellationCharge")
    public @Nullable String cancellationCharge;

    @XmlElement(name = "CancellationNotice")
    public @Nullable String cancellationNotice;
}
