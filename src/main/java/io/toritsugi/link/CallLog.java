package io.toritsugi.link;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down every call that was made: what, how it went, how long. Never a body. */
@Component
class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private static final String RECORD = """
            insert into remote_call (called_at, hotel_id, service, subject, http_status, success, code, message, duration_us)
            values (:at, :hotel, :service, :subject, :status, :success, :code, :message, :duration)
            """;

    private final JdbcClient jdbc;

    CallLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A call that was made.
     *
     * @param subject the output or the request that it is about; null for none
     */
    record Call(
            Instant at,
            int hotelId,
            RemoteService service,
            @Nullable String subject) {}

    /**
     * Notes how a call ended. That it cannot be noted does not undo what it brought.
     *
     * @param status of HTTP; null when no answer came
     * @param failed null for a success
     */
    void record(Call call, @Nullable Integer status, Duration took, @Nullable RemoteFailedException failed) {
        try {
            jdbc.sql(RECORD)
                    .param("at", OffsetDateTime.ofInstant(call.at(), ZoneOffset.UTC))
                    .param("hotel", call.hotelId())
                    .param("service", call.service().spelling())
                    .param("subject", call.subject())
                    .param("status", status)
                    .param("success", failed == null)
                    .param(
                            "code",
                            failed == null ? null : failed.failure().code().code())
                    .param("message", failed == null ? null : said(failed))
                    .param("duration", took.toNanos() / 1000)
                    .update();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "A call to {} for hotel {} could not be written down: {}",
                    call.service().spelling(),
                    call.hotelId(),
                    away.getMessage());
        }
    }

    /** The partner's own code and words, else what our side knows. */
    private static @Nullable String said(RemoteFailedException failed) {
        var facts = failed.failure().arguments();
        var said = (facts.getOrDefault("reason", "") + " " + facts.getOrDefault("text", "")).strip();
        return said.isEmpty() ? null : said;
    }
}
