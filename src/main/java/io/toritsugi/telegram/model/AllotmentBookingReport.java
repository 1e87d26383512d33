package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * The telegram (電文): one event of one booking, as the document has it (domain notes §4).
 * Every text is as sent; an element that is missing is null or an empty list.
 */
@XmlRootElement(name = "AllotmentBookingReport")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AllotmentBookingReport {

    @XmlElement(name = "TransactionType")
    public @Nullable TransactionType transactionType;

    @XmlElement(name = "AccommodationInformation")
    public @Nullable AccommodationInformation accommodationInformation;

    @XmlElement(name = "SalesOfficeInformation")
    public @Nullable SalesOfficeInformation salesOfficeInformation;

    @XmlElement(name = "RetailerInformation")
    public @Nullable RetailerInformation retailerInformation;

    @XmlElement(name = "BasicInformation")
    public @Nullable BasicInformation basicInformation;

    @XmlElement(name = "BasicRateInformation")
    public @Nullable BasicRateInformation basicRateInformation;

    @XmlElement(name = "RoomAndGuestInformation")
    public @Nullable RoomAndGuestInformation roomAndGuestInformation;

    @XmlElement(name = "OptionInformation")
    public @Nullable OptionInformation optionInformation;

    @XmlElement(name = "RisaplsInformation")
    public @Nullable RisaplsInformation risaplsInformation;
}
