package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Options (オプション) on top of the nights. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class OptionInformation {

    @XmlElement(name = "OptionList")
    public List<OptionRow> options = new ArrayList<>(0);
}
