package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** A part paid beforehand (内金); shown to people, not calculated with. The names within are assumed. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Deposit {

    @XmlElement(name = "DepositName")
    public @Nullable String depositName;

    @XmlElement(name = "DepositDate")
    public @Nullable String depositDate;

    @XmlElement(name = "DepositAmount")
    public @Nullable String depositAmount;
}
