package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of one day: its amount is count × rate. The place {@code BasicInformation/Option} and the member's may hold rows or
 * a list of them, so a row may also only carry others.
 */
@XmlAccessorType(XmlAccessType.FIELD)
public final class OptionRow {

    @XmlElement(name = "OptionDate")
    public @Nullable String optionDate;

    @XmlElement(name = "OptionCode")
    public @Nullable String optionCode;

    @XmlElement(name = "Name")
    public @Nullable String name;

    /** The same as {@link #name} in some senders. */
    @XmlElement(name = "OptionName")
    public @Nullable String optionName;

    @XmlElement(name = "NameRequest")
    public @Nullable String nameRequest;

    @XmlElement(name = "OptionCount")
    public @Nullable String optionCount;

    @XmlElement(name = "OptionRate")
    public @Nullable String optionRate;

    @XmlElement(name = "OptionList")
    public List<OptionRow> options = new ArrayList<>(0);
}
