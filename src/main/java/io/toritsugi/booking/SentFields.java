package io.toritsugi.booking;

import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a telegram says in the fields that people may correct, to be shown beside a correction. */
public final class SentFields {

    public static final String CHECK_IN = "checkIn";
    public static final String CHECK_OUT = "checkOut";
    public static final String GUEST_NAME = "guestName";
    public static final String GUEST_KANA = "guestKana";

    private SentFields() {}

    /** The texts as sent, also of a telegram that makes no sense; a field that is missing is null. */
    public static Map<String, @Nullable Object> of(AllotmentBookingReport report) {
        var basic = Objects.requireNonNullElseGet(report.basicInformation, BasicInformation::new);
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put(CHECK_IN, SentText.of(basic.checkInDate));
        fields.put(CHECK_OUT, SentText.of(basic.checkOutDate));
        fields.put(
                GUEST_NAME,
                SentText.firstOf(
                        SentText.firstOf(basic.guestOrGroupNameKanjiName, basic.guestOrGroupKanjiName),
                        SentText.firstOf(basic.guestOrGroupNameDoubleByte, basic.guestOrGroupNameSingleByte)));
        fields.put(GUEST_KANA, SentText.of(basic.guestOrGroupNameSingleByte));
        return fields;
    }
}
