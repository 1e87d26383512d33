package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** Points, a coupon or a subsidy that pays a part: whole yen as text, a way of paying and no lower price (domain notes §6.4). */
@XmlAccessorType(XmlAccessType.FIELD)
public final class PointsDiscount {

    @XmlElement(name = "PointsDiv")
    public @Nullable String pointsDiv;

    @XmlElement(name = "PointsDiscountName")
    public @Nullable String pointsDiscountName;

    @XmlElement(name = "PointsDiscount")
    public @Nullable String amount;
}
