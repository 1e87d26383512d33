package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** The shop that sold for the OTA. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RetailerInformation {

    @XmlElement(name = "RetailerCompanyName")
    public @Nullable String retailerCompanyName;

    @XmlElement(name = "RetailerName")
    public @Nullable String retailerName;

    @XmlElement(name = "RetailerCode")
    public @Nullable String retailerCode;
}
