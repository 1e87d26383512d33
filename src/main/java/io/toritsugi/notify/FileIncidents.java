package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.Fingerprint;
import io.toritsugi.intake.FileTrouble;
import io.toritsugi.intake.FileTroubleOver;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents of the whole house about files that do not get on; they end by themselves when the files do. */
@Component
class FileIncidents {

    private static final String CATEGORY = "files";

    private static final String RAISE = """
            insert into incident (hotel_id, fingerprint, category, severity, code, failure_class, arguments,
                                  first_seen, last_seen)
            values (null, :fingerprint, :category, 'warning', :code, :class, :arguments::jsonb,
                    :at::timestamptz, :at::timestamptz)
            on conflict (hotel_id, fingerprint) where state <> 'resolved' do update
                set occurrences = incident.occurrences + 1,
                    arguments   = excluded.arguments,
                    last_seen   = greatest(incident.last_seen, excluded.last_seen)
            """;

    private static final String RESOLVE = """
            update incident
            set state       = 'resolved',
                resolved_at = greatest(last_seen, :at::timestamptz),
                resolution  = 'healed'
            where state <> 'resolved'
              and hotel_id is null
              and fingerprint = :fingerprint
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FileIncidents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void note(FileTrouble trouble) {
        Failure failure = trouble.failure();
        jdbc.sql(RAISE)
                .param("fingerprint", Fingerprint.of(failure))
                .param("category", CATEGORY)
                .param("code", failure.code().code())
                .param("class", failure.failureClass().name())
                .param("arguments", write(failure.arguments()))
                .param("at", trouble.at().toString())
                .update();
    }

    @EventListener
    void note(FileTroubleOver over) {
        jdbc.sql(RESOLVE)
                .param("fingerprint", Fingerprint.of(over.failure()))
                .param("at", over.at().toString())
                .update();
    }

    private String write(Map<String, String> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write the arguments of an incident", notSerialisable);
        }
    }
}
