package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** A coupon; shown to people, not calculated with. The names within are assumed (domain notes §4.2 name the list only). */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Coupon {

    @XmlElement(name = "CouponName")
    public @Nullable String couponName;

    @XmlElement(name = "CouponCode")
    public @Nullable String couponCode;

    @XmlElement(name = "CouponNumber")
    public @Nullable String couponNumber;

    @XmlElement(name = "CouponAmount")
    public @Nullable String couponAmount;
}
