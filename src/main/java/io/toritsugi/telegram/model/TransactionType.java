package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** What kind of telegram, its number, and when it was sent. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class TransactionType {

    @XmlElement(name = "DataFrom")
    public @Nullable String dataFrom;

    @XmlElement(name = "DataClassification")
    public @Nullable String dataClassification;

    @XmlElement(name = "DataID")
    public @Nullable String dataId;

    @XmlElement(name = "SystemDate")
    public @Nullable String systemDate;

    @XmlElement(name = "SystemTime")
    public @Nullable String systemTime;
}
