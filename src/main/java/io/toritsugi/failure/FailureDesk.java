package io.toritsugi.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureCase.Action;
import io.toritsugi.failure.FailureCase.Possible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the import cache for people: in words, with the next step, masked for those who may not see names (R3.2). */
@Component
public class FailureDesk {

    private static final int MOST_COUNTED = 100_000;

    private static final String HOW_MANY = SqlFile.text("failure/how-many");
    private static final String WHOLE = SqlFile.text("failure/whole");
    private static final String CASE = SqlFile.text("failure/one-case");
    private static final String ACTIONS = SqlFile.text("failure/actions");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final StoredWords words;
    private final Problems problems;
    private final Clock clock;

    FailureDesk(JdbcClient jdbc, ObjectMapper json, StoredWords words, Problems problems, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
        this.problems = problems;
        this.clock = clock;
    }

    /** What is asked for; one more than the page shows, where there is one. */
    List<FailureLine> list(
            @Nullable Integer hotelId,
            FailuresAsked asked,
            FailureSort sort,
            PageAsked page,
            Locale language,
            GuestPrivacy privacy) {
        var parameters = asked.parameters(hotelId, clock.instant());
        parameters.putAll(sort.after(page));
        parameters.put("limit", page.rows());
        var ids =
                jdbc.sql(sort.statement()).params(parameters).query(Long.class).list();
        return lines(ids, language, privacy);
    }

    /** How many there are of what is asked for; null when they are more than anybody counts. */
    @Nullable
    Long total(@Nullable Integer hotelId, FailuresAsked asked) {
        var parameters = asked.parameters(hotelId, clock.instant());
        parameters.put("limit", MOST_COUNTED + 1);
        var total = jdbc.sql(HOW_MANY).params(parameters).query(Long.class).single();
        return total > MOST_COUNTED ? null : total;
    }

    /**
     * One failure with all that is known of it. Whether the caller may see its hotel is for who calls to ask.
     *
     * @throws ProblemException {@code failure.unknown}
     */
    public FailureCase show(long id, Locale language, GuestPrivacy privacy) {
        var line = lines(List.of(id), language, privacy).stream().findFirst().orElseThrow(FailureDesk::unknown);
        return jdbc.sql(CASE)
                .param("id", id)
                .query((row, number) -> failureCase(row, line, language, privacy))
                .single();
    }

    /**
     * The hotel that a failure belongs to, by its code.
     *
     * @throws ProblemException {@code failure.unknown}
     */
    public String hotelOf(long id) {
        return jdbc.sql("select h.code from import_failure f join hotel h on h.id = f.hotel_id where f.id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(FailureDesk::unknown);
    }

    /** These failures as they are listed, in this order; those that are none are left out. */
    public List<FailureLine> lines(List<Long> ids, Locale language, GuestPrivacy privacy) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(WHOLE)
                        .param("ids", ids.toArray(Long[]::new))
                        .param("now", OffsetDateTime.now(clock))
                        .query((row, number) -> line(row, language, privacy))
                        .list();
    }

    private FailureLine line(ResultSet row, Locale language, GuestPrivacy privacy) throws SQLException {
        var guest = row.getString("guest");
        var code = FailureCode.of(row.getString("failure_code"));
        return new FailureLine(
                row.getLong("id"),
                row.getLong("telegram_id"),
                row.getString("hotel"),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getString("kind"),
                FailureClass.valueOf(row.getString("failure_class")),
                code.code(),
                words.message(code, words.facts(row.getString("failure_args")), language),
                row.getString("state"),
                row.getInt("attempts"),
                LocalMoment.orNull(row, "next_attempt_at", zone(row)),
                row.getObject("arrival", LocalDate.class),
                row.getString("fingerprint"),
                guest == null ? null : privacy.name(guest),
                row.getString("room_code"),
                row.getString("room_name"),
                row.getObject("nights", Integer.class),
                row.getString("check_in_time"),
                read(row.getString("suggestion")));
    }

    private FailureCase failureCase(ResultSet row, FailureLine line, Locale language, GuestPrivacy privacy)
            throws SQLException {
        var code = FailureCode.of(line.code());
        var facts = words.facts(row.getString("failure_args"));
        var zone = zone(row);
        var translated = read(row.getString("translated"));
        return new FailureCase(
                line,
                words.cause(code, facts, language),
                words.remedy(code, facts, language),
                facts,
                row.getString("stage"),
                row.getString("resolution"),
                LocalMoment.orNull(row, "resolved_at", zone),
                LocalMoment.orNull(row, "archived_at", zone),
                LocalMoment.of(row, "created_at", zone),
                LocalMoment.of(row, "updated_at", zone),
                translated == null ? null : privacy.json(translated, List.of()),
                snoozedUntil(row, line, zone),
                row.getInt("version"),
                actions(line.id(), zone, privacy),
                possible(line, language, privacy));
    }

    private List<Action> actions(long id, ZoneId zone, GuestPrivacy privacy) {
        return jdbc.sql(ACTIONS)
                .param("id", id)
                .query((row, number) -> new Action(
                        LocalMoment.of(row, "done_at", zone),
                        row.getString("done_by"),
                        row.getString("action"),
                        row.getString("reason"),
                        privacy == GuestPrivacy.OPEN ? read(row.getString("changes")) : null))
                .list();
    }

    private @Nullable OffsetDateTime snoozedUntil(ResultSet row, FailureLine line, ZoneId zone) throws SQLException {
        var until = LocalMoment.orNull(row, "snoozed_until", zone);
        boolean over = until == null
                || !FailuresAsked.isOpen(line.state())
                || !until.toInstant().isAfter(clock.instant());
        return over ? null : until;
    }

    /** Who sees guests is OPERATOR or above, and those are the ones who may act. */
    private List<Possible> possible(FailureLine line, Locale language, GuestPrivacy privacy) {
        return Arrays.stream(PossibleAction.values())
                .map(action -> {
                    var obstacle = obstacle(action, line, privacy);
                    return new Possible(
                            action.spelling(),
                            obstacle.isEmpty(),
                            obstacle.map(refusal -> refusal.code().code()).orElse(null),
                            obstacle.map(refusal -> problems.document(refusal, language, "")
                                            .detail())
                                    .orElse(null));
                })
                .toList();
    }

    private static Optional<ProblemException> obstacle(PossibleAction action, FailureLine line, GuestPrivacy privacy) {
        if (privacy != GuestPrivacy.OPEN) {
            return Optional.of(new ProblemException(ProblemCode.FORBIDDEN, Map.of("role", "OPERATOR")));
        }
        if (action != PossibleAction.NOTE && !FailuresAsked.isOpen(line.state())) {
            return Optional.of(new ProblemException(ProblemCode.FAILURE_CLOSED, Map.of("state", line.state())));
        }
        return action.obstacle(FailureCode.of(line.code()), line.kind()).map(ProblemException::new);
    }

    static ZoneId zone(ResultSet row) throws SQLException {
        return ZoneId.of(row.getString("time_zone"));
    }

    private @Nullable JsonNode read(@Nullable String stored) {
        try {
            return stored == null ? null : json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL's jsonb is no JSON", broken);
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.FAILURE_UNKNOWN);
    }
}
