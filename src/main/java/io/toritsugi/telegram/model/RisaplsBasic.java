package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** The free text for people and the guest's contact. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RisaplsBasic {

    /** Line ends may be the letters {@code \r\n} or {@code ¥r¥n}. */
    @XmlElement(name = "TelegramData")
    public @Nullable String telegramData;

    @XmlElement(name = "PhoneNumber")
    public @Nullable String phoneNumber;

    @XmlElement(name = "Email")
    public @Nullable String email;

    @XmlElement(name = "PostalCode")
    public @Nullable String postalCode;

    @XmlElement(name = "Address")
    public @Nullable String address;
}
