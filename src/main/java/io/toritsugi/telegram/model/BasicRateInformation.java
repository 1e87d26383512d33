package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kind of rate and totals, whole yen as text. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class BasicRateInformation {

    @XmlElement(name = "RoomRateOrPersonalRate")
    public @Nullable String roomRateOrPersonalRate;

    @XmlElement(name = "TaxServiceFee")
    public @Nullable String taxServiceFee;

    @XmlElement(name = "Payment")
    public @Nullable String payment;

    @XmlElement(name = "BareNetRate")
    public @Nullable String bareNetRate;

    @XmlElement(name = "SettlementDiv")
    public @Nullable String settlementDiv;

    @XmlElement(name = "TotalAccommodationCharge")
    public @Nullable String totalAccommodationCharge;

    @XmlElement(name = "TotalAccommodationDiscountPoints")
    public @Nullable String totalAccommodationDiscountPoints;

    @XmlElement(name = "TotalAccommodationConsumptionTax")
    public @Nullable String totalAccommodationConsumptionTax;

    @XmlElement(name = "TotalAccommodationHotSpringTax")
    public @Nullable String totalAccommodationHotSpringTax;

    @XmlElement(name = "TotalAccommodationServiceCharge")
    public @Nullable String totalAccommodationServiceCharge;

    /** The same, as some senders spell it (domain notes §4.4). */
    @XmlElement(name = "TotalAccomodationServiceCharge")
    public @Nullable String totalAccomodationServiceCharge;

    @XmlElement(name = "CommissionPercentage")
    public @Nullable String commissionPercentage;

    /** The same, as some senders spell it. */
    @XmlElement(name = "ComissionPercentage")
    public @Nullable String comissionPercentage;

    @XmlElement(name = "TotalAccommodationCommissionAmount")
    public @Nullable String totalAccommodationCommissionAmount;

    /** The same, as some senders spell it. */
    @XmlElement(name = "TotalAccommodationComissionAmount")
    public @Nullable String totalAccommodationComissionAmount;

    @XmlElement(name = "CancellationCharge")
    public @Nullable String cancellationCharge;

    @XmlElement(name = "CancellationNotice")
    public @Nullable String cancellationNotice;

    @XmlElement(name = "PointsDiscountList")
    public List<PointsDiscount> pointsDiscounts = new ArrayList<>(0);

    @XmlElement(name = "CouponList")
    public List<Coupon> coupons = new ArrayList<>(0);

    @XmlElement(name = "DepositList")
    public List<Deposit> deposits = new ArrayList<>(0);
}
