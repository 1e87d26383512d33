package io.toritsugi.hierarchy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.TypeFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is stored of a hotel's hierarchy. */
@Component
class HierarchyTables {

    private static final String AS_IT_STANDS = SqlFile.text("hierarchy/as-it-stands");
    private static final TypeReference<List<TypeFacts>> TYPES = new TypeReference<>() {};
    private static final TypeReference<List<Edge>> EDGES = new TypeReference<>() {};
    private static final TypeReference<RuleSettings> RULES = new TypeReference<>() {};
    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    HierarchyTables(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The hotel's version now; 0 where nothing was ever changed. */
    long version(int hotelId) {
        return jdbc.sql("select coalesce(max(hierarchy), 0) from hotel_version where hotel_id = :hotel")
                .param("hotel", hotelId)
                .query(Long.class)
                .single();
    }

    HierarchyState read(int hotelId) {
        return jdbc.sql(AS_IT_STANDS)
                .param("hotel", hotelId)
                .query((row, number) -> new HierarchyState(
                        row.getLong("version"),
                        value(row.getString("types"), TYPES),
                        value(row.getString("edges"), EDGES),
                        rules(row.getString("rules"))))
                .single();
    }

    /** Rules as they are kept; null is a hotel that is not there, and has none. */
    RuleSettings rules(@Nullable String kept) {
        return value(kept == null ? "{}" : kept, RULES);
    }

    /** Relations as they are kept. */
    List<Edge> edges(String kept) {
        return value(kept, EDGES);
    }

    /** Codes of types as the database names them. */
    List<String> codes(String named) {
        return value(named, CODES);
    }

    private <T> T value(String text, TypeReference<T> form) {
        try {
            return json.readValue(text, form);
        } catch (JsonProcessingException misfit) {
            throw new IllegalStateException("The stored hierarchy does not fit " + form.getType(), misfit);
        }
    }
}
