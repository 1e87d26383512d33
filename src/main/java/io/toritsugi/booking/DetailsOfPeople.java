package io.toritsugi.booking;

import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.RisaplsCommonInformation;
import io.toritsugi.telegram.model.RoomAndGuest;
import io.toritsugi.telegram.model.RoomMate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who stays, who booked, and how to reach them, as sent. */
record DetailsOfPeople(AllotmentBookingReport report, BasicInformation basic, RisaplsCommonInformation common) {

    DetailMap names() {
        return new DetailMap()
                .text("kanji", SentText.firstOf(basic.guestOrGroupNameKanjiName, basic.guestOrGroupKanjiName))
                .text("doubleByte", basic.guestOrGroupNameDoubleByte)
                .text("singleByte", basic.guestOrGroupNameSingleByte);
    }

    DetailMap booker() {
        var map = new DetailMap();
        var member = common.member;
        return member == null
                ? map
                : map.text("name", member.userName)
                        .text("kana", member.userKana)
                        .text("phone", member.userTel)
                        .text("email", member.userMailAddr)
                        .text("postalCode", member.userZip)
                        .text("address", member.userAddr)
                        .text("company", member.userCorp)
                        .text("gender", member.userGendar);
    }

    DetailMap contact() {
        var map = new DetailMap();
        var guest = common.basic;
        return guest == null
                ? map
                : map.text("phone", guest.phoneNumber)
                        .text("email", guest.email)
                        .text("postalCode", guest.postalCode)
                        .text("address", guest.address);
    }

    DetailMap guests() {
        var children = new DetailMap();
        var counts = ChildCounts.totalOf(basic);
        for (int grade = 0; grade < ChildCounts.GRADES.length; grade++) {
            if (counts.ofGrade(grade) > 0) {
                children.number(ChildCounts.GRADES[grade], counts.ofGrade(grade));
            }
        }
        return new DetailMap()
                .text("total", basic.grandTotalPaxCount)
                .text("male", basic.totalPaxMaleCount)
                .text("female", basic.totalPaxFemaleCount)
                .map("children", children);
    }

    List<Object> roomMates() {
        return Stream.concat(rows(), common.rows.stream())
                .flatMap(row -> Stream.concat(
                        row.guests.stream(),
                        row.guestInformation == null ? Stream.empty() : row.guestInformation.guests.stream()))
                .map(DetailsOfPeople::nameOf)
                .filter(Objects::nonNull)
                .distinct()
                .map(Object.class::cast)
                .toList();
    }

    private static @Nullable String nameOf(RoomMate guest) {
        var whole = SentText.firstOf(guest.guestKanjiName, guest.guestNameSingleByte);
        if (whole != null) {
            return whole;
        }
        return SentText.of(Objects.requireNonNullElse(guest.guestSurName, "") + " "
                + Objects.requireNonNullElse(guest.guestGivenName, ""));
    }

    private Stream<RoomAndGuest> rows() {
        return report.roomAndGuestInformation == null ? Stream.empty() : report.roomAndGuestInformation.rows.stream();
    }
}
