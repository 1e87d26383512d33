package io.toritsugi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house stays as docs/architecture.md draws it: rooms, who may know whom, and the words they are named by. */
class RoomsTest {

    private static final String HOUSE = "io.toritsugi";

    /**
     * The rooms from the ground up. A room may know those before it in this list, never those behind it (ADR 0009); monitor,
     * notify, routing and simulator stand at the end because nobody may know them at all.
     */
    private static final List<String> FROM_THE_GROUND_UP = List.of(
            "api",
            "database",
            "access",
            "inventory",
            "hierarchy",
            "failure",
            "telegram",
            "link",
            "booking",
            "mapping",
            "upgrade",
            "reservation",
            "intake",
            "retry",
            "stopsell",
            "confirm",
            "monitor",
            "notify",
            "routing",
            "simulator");

    private static final Set<String> KNOWN_TO_NOBODY = Set.of("monitor", "notify", "routing", "simulator");

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    @Test
    void modulith_agrees_with_the_rooms_and_draws_them() {
        var modules = ApplicationModules.of(Toritsugi.class);

        modules.verify();
        new Documenter(modules).writeDocumentation();
    }

    @Test
    void every_room_has_its_place_in_the_order() {
        var rooms = HOUSE_CLASSES.getPackage(HOUSE).getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .collect(Collectors.toSet());

        assertThat(FROM_THE_GROUND_UP).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void a_room_knows_only_rooms_below_it() {
        classes()
                .should(new ArchCondition<JavaClass>("know only rooms below their own") {
                    @Override
                    public void check(JavaClass knowing, ConditionEvents events) {
                        for (var dependency : knowing.getDirectDependenciesFromSelf()) {
                            var from = room(knowing);
                            var to = room(dependency.getTargetClass().getBaseComponentType());
                            boolean inside = from.equals(to) || from.isEmpty() || to.isEmpty();
                            if (!inside && (height(to) > height(from) || KNOWN_TO_NOBODY.contains(to))) {
                                events.add(SimpleConditionEvent.violated(knowing, dependency.getDescription()));
                            }
                        }
                    }
                })
                .check(HOUSE_CLASSES);
    }

    @Test
    void packages_go_in_no_circle() {
        slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(HOUSE_CLASSES);
    }

    @Test
    void a_name_says_what_a_class_does() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..telegram.model") // named by TL-Lincoln
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Misc)([A-Z].*)?$")
                .orShould()
                .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*")
                .orShould()
                .haveNameMatching(".*Base$")
                .check(HOUSE_CLASSES);
    }

    @Test
    void nothing_is_injected_into_fields() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(HOUSE_CLASSES);
        fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .check(HOUSE_CLASSES);
    }

    @Test
    void nothing_is_written_to_the_standard_streams() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE_CLASSES);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(HOUSE_CLASSES);
    }

    @Test
    void one_clock_tells_the_time_to_everybody() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE_CLASSES);
    }

    @Test
    void every_package_says_what_may_be_null() {
        var unmarked = HOUSE_CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(holding -> !holding.getRelativeName().equals("toritsugi"))
                .filter(holding -> !holding.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static int height(String room) {
        return FROM_THE_GROUND_UP.indexOf(room);
    }

    /** The room of a class; empty for the front door and for what is not of this house. */
    private static String room(JavaClass inside) {
        var name = inside.getPackageName();
        if (!name.startsWith(HOUSE + ".")) {
            return "";
        }
        return name.substring(HOUSE.length() + 1).split("\\.", 2)[0];
    }
}
