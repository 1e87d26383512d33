package io.toritsugi.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.HotelRef;
import io.toritsugi.database.SqlFile;
import io.toritsugi.database.TimeOrderedId;
import io.toritsugi.failure.FailureCatalogue;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.reservation.TelegramHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes receipts from the telegram table. */
@Component
class Receipts {

    private static final String LINES = SqlFile.text("intake/receipt-lines");

    private static final String EXISTS = """
            select exists (select 1 from delivery where id = :id and received_at = :receivedAt and hotel_id = :hotel)
            """;

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final FailureCatalogue catalogue;

    Receipts(JdbcClient jdbc, ObjectMapper json, FailureCatalogue catalogue) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
    }

    /** The receipt of a delivery of this hotel as it stands now; empty when the hotel has no such delivery. */
    Optional<Receipt> find(HotelRef hotel, UUID delivery, Locale language) {
        if (delivery.version() != 7) {
            return Optional.empty();
        }
        var receivedAt = TimeOrderedId.momentOf(delivery);
        boolean known = jdbc.sql(EXISTS)
                .param("id", delivery)
                .param("receivedAt", OffsetDateTime.ofInstant(receivedAt, ZoneOffset.UTC))
                .param("hotel", hotel.id())
                .query(Boolean.class)
                .single();
        return known ? Optional.of(write(hotel, delivery, receivedAt, language)) : Optional.empty();
    }

    /** The receipt of a delivery as it stands now. */
    Receipt write(HotelRef hotel, UUID delivery, Instant receivedAt, Locale language) {
        return receipt(
                hotel,
                delivery,
                receivedAt,
                jdbc.sql(LINES)
                        .param("delivery", delivery)
                        .query((row, number) -> line(row, language))
                        .list());
    }

    /** The receipt of a delivery whose telegrams were all stored just now and wait for their import. */
    Receipt writeWaiting(HotelRef hotel, UUID delivery, Instant receivedAt, List<TelegramHead> telegrams) {
        return receipt(
                hotel,
                delivery,
                receivedAt,
                telegrams.stream().map(Receipts::waiting).toList());
    }

    private static Receipt receipt(HotelRef hotel, UUID delivery, Instant receivedAt, List<Receipt.Line> lines) {
        return new Receipt(
                delivery, hotel.code(), receivedAt.atZone(hotel.zone()).toOffsetDateTime(), lines);
    }

    private static Receipt.Line waiting(TelegramHead head) {
        return new Receipt.Line(
                head.id(),
                head.dataId(),
                head.channel(),
                head.bookingNumber(),
                head.kind() == null ? null : head.kind().name(),
                Receipt.PENDING,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private Receipt.Line line(ResultSet row, Locale language) throws SQLException {
        var code = row.getString("failure_code");
        return new Receipt.Line(
                row.getLong("id"),
                row.getString("data_id"),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getString("kind"),
                row.getString("outcome"),
                row.getString("failure_class"),
                code,
                code == null
                        ? null
                        : catalogue.message(FailureCode.of(code), arguments(row.getString("failure_args")), language),
                row.getObject("reservation_id", UUID.class),
                List.of((String[]) row.getArray("flags").getArray()),
                original(row));
    }

    private static Receipt.@Nullable Original original(ResultSet row) throws SQLException {
        long id = row.getLong("original_id");
        return row.wasNull()
                ? null
                : new Receipt.Original(
                        id,
                        row.getString("original_outcome"),
                        row.getString("original_class"),
                        row.getObject("original_reservation", UUID.class));
    }

    private Map<String, String> arguments(@Nullable String stored) {
        if (stored == null) {
            return Map.of();
        }
        try {
            return json.readValue(stored, ARGUMENTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored arguments of a failure are no JSON object", broken);
        }
    }
}
