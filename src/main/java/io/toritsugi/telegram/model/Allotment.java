package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** How the allotment is to be handled; kept in the raw copy only. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Allotment {

    @XmlElement(name = "AssignDiv")
    public @Nullable String assignDiv;

    @XmlElement(name = "GenderDiv")
    public @Nullable String genderDiv;

    @XmlElement(name = "HandleDiv")
    public @Nullable String handleDiv;
}
