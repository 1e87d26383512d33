package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** The OTA (販売店). */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SalesOfficeInformation {

    @XmlElement(name = "SalesOfficeCompanyName")
    public @Nullable String salesOfficeCompanyName;

    @XmlElement(name = "SalesOfficeName")
    public @Nullable String salesOfficeName;

    @XmlElement(name = "SalesOfficeCode")
    public @Nullable String salesOfficeCode;
}
