package io.toritsugi.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.api.Bilingual;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import io.toritsugi.api.WordingCatalogue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says findings in words that an administrator understands. */
@Component
class FindingWords {

    private final Problems problems;
    private final Map<String, Bilingual> warnings = WordingCatalogue.section("warnings", Bilingual.class);

    FindingWords(Problems problems) {
        this.problems = problems;
    }

    List<ShownFinding> shown(List<Finding> findings, Locale language) {
        return findings.stream().map(finding -> shown(finding, language)).toList();
    }

    /**
     * The refusal of a hierarchy: the code, words and facts of its first error, and all that was found as {@code errors} and
     * {@code warnings}.
     */
    ProblemException refusal(GraphCheck check, Locale language) {
        var first = check.errors().get(0);
        var members = new LinkedHashMap<>(first.facts());
        members.put("errors", shown(check.errors(), language));
        members.put("warnings", shown(check.warnings(), language));
        return new ProblemException(Objects.requireNonNull(first.problem()), arguments(first), members);
    }

    private ShownFinding shown(Finding finding, Locale language) {
        var arguments = arguments(finding);
        var message = finding.problem() == null
                ? warnings.get(finding.code()).in(language, arguments)
                : problems.document(new ProblemException(finding.problem(), arguments), language, "")
                        .detail();
        return new ShownFinding(finding.code(), message, finding.facts());
    }

    private static Map<String, String> arguments(Finding finding) {
        var arguments = new HashMap<String, String>();
        finding.facts().forEach((name, fact) -> arguments.put(name, text(name, fact)));
        return arguments;
    }

    private static String text(String name, Object fact) {
        if (fact instanceof List<?> types) {
            return types.stream().map(String::valueOf).collect(Collectors.joining(name.equals("cycle") ? " → " : ", "));
        }
        return String.valueOf(fact);
    }

    /** A finding as the API shows it. */
    @Schema(
            name = "HierarchyFinding",
            description =
                    "With the facts as further members: `cycle`, `roomType`, `from`, `to`, `roomTypes`, `priority`, …")
    record ShownFinding(
            @Schema(example = "hierarchy.equal_priorities") String code,
            String message,
            @Schema(hidden = true) @JsonAnyGetter Map<String, Object> facts) {}
}
