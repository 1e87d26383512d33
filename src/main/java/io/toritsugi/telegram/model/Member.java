package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The booker (予約者); may be somebody else than the guest. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Member {

    @XmlElement(name = "UserName")
    public @Nullable String userName;

    @XmlElement(name = "UserKana")
    public @Nullable String userKana;

    @XmlElement(name = "UserTel")
    public @Nullable String userTel;

    @XmlElement(name = "UserMailAddr")
    public @Nullable String userMailAddr;

    @XmlElement(name = "UserZip")
    public @Nullable String userZip;

    @XmlElement(name = "UserAddr")
    public @Nullable String userAddr;

    @XmlElement(name = "UserCorp")
    public @Nullable String userCorp;

    /** Misspelled by the vendor: 0 male, 1 female, 2 corporate; may be empty. */
    @XmlElement(name = "UserGendar")
    public @Nullable String userGendar;

    /** One of the three known places of options; which OTA uses it is not known. */
    @XmlElement(name = "Option")
    public List<OptionRow> options = new ArrayList<>(0);

    @XmlElement(name = "OptionList")
    public List<OptionRow> optionList = new ArrayList<>(0);
}
