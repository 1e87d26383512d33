package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Booking number, guest, dates, counts, plan and remarks. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class BasicInformation {

    @XmlElement(name = "TravelAgencyBookingNumber")
    public @Nullable String travelAgencyBookingNumber;

    @XmlElement(name = "TravelAgencyBookingDate")
    public @Nullable String travelAgencyBookingDate;

    @XmlElement(name = "TravelAgencyBookingTime")
    public @Nullable String travelAgencyBookingTime;

    @XmlElement(name = "TravelAgencyReportNumber")
    public @Nullable String travelAgencyReportNumber;

    @XmlElement(name = "AccommodationConfirmationNumber")
    public @Nullable String accommodationConfirmationNumber;

    @XmlElement(name = "GuestOrGroupNameSingleByte")
    public @Nullable String guestOrGroupNameSingleByte;

    @XmlElement(name = "GuestOrGroupNameDoubleByte")
    public @Nullable String guestOrGroupNameDoubleByte;

    /** One of two spellings; the other is {@link #guestOrGroupNameKanjiName} (domain notes §4.4). */
    @XmlElement(name = "GuestOrGroupKanjiName")
    public @Nullable String guestOrGroupKanjiName;

    @XmlElement(name = "GuestOrGroupNameKanjiName")
    public @Nullable String guestOrGroupNameKanjiName;

    @XmlElement(name = "CheckInDate")
    public @Nullable String checkInDate;

    @XmlElement(name = "CheckInTime")
    public @Nullable String checkInTime;

    @XmlElement(name = "CheckOutDate")
    public @Nullable String checkOutDate;

    @XmlElement(name = "CheckOutTime")
    public @Nullable String checkOutTime;

    @XmlElement(name = "Nights")
    public @Nullable String nights;

    /** The real name of the element, misspelled by the vendor. */
    @XmlElement(name = "Transportaion")
    public @Nullable String transportaion;

    @XmlElement(name = "TotalRoomCount")
    public @Nullable String totalRoomCount;

    @XmlElement(name = "GrandTotalPaxCount")
    public @Nullable String grandTotalPaxCount;

    @XmlElement(name = "TotalPaxMaleCount")
    public @Nullable String totalPaxMaleCount;

    @XmlElement(name = "TotalPaxFemaleCount")
    public @Nullable String totalPaxFemaleCount;

    @XmlElement(name = "TotalChildA70Count")
    public @Nullable String totalChildA70Count;

    @XmlElement(name = "TotalChildA70Count2")
    public @Nullable String totalChildA70Count2;

    @XmlElement(name = "TotalChildB50Count")
    public @Nullable String totalChildB50Count;

    @XmlElement(name = "TotalChildB50Count2")
    public @Nullable String totalChildB50Count2;

    @XmlElement(name = "TotalChildC30Count")
    public @Nullable String totalChildC30Count;

    @XmlElement(name = "TotalChildC30Count2")
    public @Nullable String totalChildC30Count2;

    @XmlElement(name = "TotalChildDNoneCount")
    public @Nullable String totalChildDNoneCount;

    @XmlElement(name = "TotalChildDNoneCount2")
    public @Nullable String totalChildDNoneCount2;

    @XmlElement(name = "TotalChildECount")
    public @Nullable String totalChildECount;

    @XmlElement(name = "TotalChildFCount")
    public @Nullable String totalChildFCount;

    @XmlElement(name = "TotalChildOtherCount")
    public @Nullable String totalChildOtherCount;

    @XmlElement(name = "PackageType")
    public @Nullable String packageType;

    @XmlElement(name = "PackagePlanName")
    public @Nullable String packagePlanName;

    @XmlElement(name = "PackagePlanCode")
    public @Nullable String packagePlanCode;

    @XmlElement(name = "PackagePlanContent")
    public @Nullable String packagePlanContent;

    @XmlElement(name = "MealCondition")
    public @Nullable String mealCondition;

    @XmlElement(name = "SpecificMealCondition")
    public @Nullable String specificMealCondition;

    @XmlElement(name = "ModificationPoint")
    public @Nullable String modificationPoint;

    @XmlElement(name = "ModificationType")
    public @Nullable String modificationType;

    @XmlElement(name = "CancellationNumber")
    public @Nullable String cancellationNumber;

    @XmlElement(name = "SpecialServiceRequest")
    public List<String> specialServiceRequests = new ArrayList<>(0);

    @XmlElement(name = "OtherServiceInformation")
    public @Nullable String otherServiceInformation;

    @XmlElement(name = "OtherServiceInformation2")
    public @Nullable String otherServiceInformation2;

    @XmlElement(name = "SalesOfficeComment")
    public @Nullable String salesOfficeComment;

    @XmlElement(name = "QuestionAndAnswerList")
    public List<QuestionAndAnswer> questionsAndAnswers = new ArrayList<>(0);

    /** One of the three known places of options (domain notes §4.2). */
    @XmlElement(name = "Option")
    public List<OptionRow> options = new ArrayList<>(0);
}
