package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The usual place of points, coupons and subsidies. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RisaplsBasicRate {

    @XmlElement(name = "PointsDiscountList")
    public List<PointsDiscount> pointsDiscounts = new ArrayList<>(0);
}
