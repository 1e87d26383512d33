package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The description of the API as a document of its own, and what a typed client needs of it. */
@HttpTest
class OpenApiDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Members that hold any value of JSON. */
    private static final Set<String> ANYTHING = Set.of("FailureChange.before", "FailureChange.after");

    @LocalServerPort
    int port;

    private JsonNode description;

    @BeforeEach
    void read() {
        description = Http.nobody(port).get("/v3/api-docs").expect(200).json();
    }

    @Test
    void the_document_says_what_the_application_says() throws IOException {
        var document = document();
        if (Boolean.getBoolean("toritsugi.docs.write")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT)
                .as("written anew by: mvn test -Dtest=OpenApiDocumentTest -Dtoritsugi.docs.write=true")
                .content()
                .isEqualTo(document);
    }

    @Test
    void every_call_has_a_name_of_its_own() {
        var names = operations().stream()
                .map(operation -> operation.path("operationId").asText())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void every_answer_has_a_form() {
        for (var operation : operations()) {
            operation.path("responses").fields().forEachRemaining(answer -> {
                for (var content : answer.getValue().path("content")) {
                    var form = content.path("schema");
                    assertThat(form.has("$ref") || form.has("anyOf") || form.has("format"))
                            .as("%s %s: %s", operation.path("operationId"), answer.getKey(), form)
                            .isTrue();
                }
            });
        }
    }

    @Test
    void every_member_has_a_type() {
        description
                .at("/components/schemas")
                .fields()
                .forEachRemaining(schema -> schema.getValue()
                        .path("properties")
                        .fields()
                        .forEachRemaining(member -> assertThat(typed(member.getValue())
                                        || ANYTHING.contains(schema.getKey() + "." + member.getKey()))
                                .as(schema.getKey() + "." + member.getKey() + ": " + member.getValue())
                                .isTrue()));
    }

    @Test
    void what_is_always_there_is_required_and_what_may_be_missing_may_be_null() {
        var failure = description.at("/components/schemas/FailureCase");

        assertThat(texts(failure.path("required")))
                .contains("id", "class", "message", "cause", "possibleActions")
                .doesNotContain("channel", "arrival", "translated");
        assertThat(texts(failure.at("/properties/channel/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(failure.at("/properties/kind/enum")).contains(NullNode.getInstance());
        assertThat(failure.at("/properties/translated/oneOf/0/$ref").asText()).endsWith("/Booking");
        assertThat(failure.at("/properties/translated/oneOf/1/type").asText()).isEqualTo("null");
    }

    private static boolean typed(JsonNode member) {
        if (member.path("type").asText().equals("object")
                || texts(member.path("type")).contains("object")) {
            return member.has("additionalProperties");
        }
        return member.has("type") || member.has("$ref") || member.has("oneOf");
    }

    private List<JsonNode> operations() {
        var found = new ArrayList<JsonNode>();
        description.path("paths").forEach(path -> path.forEach(found::add));
        return found;
    }

    private static List<String> texts(JsonNode array) {
        var found = new ArrayList<String>();
        array.forEach(item -> found.add(item.asText()));
        return found;
    }

    private String document() throws IOException {
        var shown = (ObjectNode) description.deepCopy();
        shown.remove("servers");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        // Through maps, so that members stand in the order of their names, whatever order they were found in.
        return JSON.writer(printer).writeValueAsString(JSON.convertValue(shown, Object.class)) + "\n";
    }
}
