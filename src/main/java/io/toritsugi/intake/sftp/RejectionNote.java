package io.toritsugi.intake.sftp;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCatalogue;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What lies beside a rejected file: why, and what to do, in Japanese and English. Holds nothing of what is in the file. */
@Component
class RejectionNote {

    private static final String JAPANESE = """
            取り込めませんでした: %s
            日時: %s
            エラーコード: %s
            内容: %s
            期待した内容: %s
            実際の内容: %s
            原因: %s
            次にすること: %s
            """;

    private static final String ENGLISH = """
            Not taken in: %s
            Time: %s
            Code: %s
            What happened: %s
            Expected: %s
            Found: %s
            Why: %s
            What to do next: %s
            """;

    private static final String A_BOOKING_IN_JAPANESE = "AllotmentBookingReport の電文一件、または BookingInfoOutput の応答全体（XML）";
    private static final String A_BOOKING_IN_ENGLISH =
            "one AllotmentBookingReport telegram, or a whole answer of BookingInfoOutput (XML)";

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final FailureCatalogue catalogue;
    private final Clock clock;

    RejectionNote(FailureCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    String write(DroppedFile file, Failure failure) {
        return write(JAPANESE, Locale.JAPANESE, A_BOOKING_IN_JAPANESE, file, failure)
                + "\n"
                + write(ENGLISH, Locale.ENGLISH, A_BOOKING_IN_ENGLISH, file, failure);
    }

    private String write(String form, Locale language, String aBooking, DroppedFile file, Failure failure) {
        var facts = failure.arguments();
        var message = catalogue.message(failure, language);
        return form.formatted(
                file.path().replaceAll("\\p{Cntrl}", "?"),
                OffsetDateTime.ofInstant(clock.instant(), ZONE).truncatedTo(ChronoUnit.SECONDS),
                failure.code().code(),
                message,
                facts.getOrDefault("expected", aBooking),
                facts.getOrDefault("found", message),
                catalogue.cause(failure.code(), facts, language),
                catalogue.remedy(failure.code(), facts, language));
    }
}
