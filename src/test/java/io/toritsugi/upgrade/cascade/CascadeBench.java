package io.toritsugi.upgrade.cascade;

import io.toritsugi.upgrade.cascade.Solved.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many stays find a place in a hotel that is 95 % full, without moving anybody and with a cascade, and how long the search
 * takes. Hotels and questions are drawn with a fixed seed; nothing is applied, so that every question meets the same hotel.
 * Started by {@code bench/run cascade}.
 */
public final class CascadeBench {

    private static final long SEED = 20270301;
    private static final double OCCUPANCY = 0.95;

    private CascadeBench() {}

    /** Arguments: {@code --questions=500 --window=7 --moves=6 --seconds=5}, each may be left out. */
    public static void main(String[] arguments) throws IOException {
        int questions = argument(arguments, "questions", 500);
        var limits = new CascadeLimits(
                argument(arguments, "window", 7),
                argument(arguments, "moves", 6),
                Duration.ofSeconds(argument(arguments, "seconds", 5)));
        var report = new StringBuilder(
                "| rooms | as booked | direct upgrade | by a cascade | proven that none | not decided |"
                        + " rooms moved | single, p50 / max ms | model, p50 / p95 / max ms | largest model |\n"
                        + "|" + " --- |".repeat(10) + "\n");
        for (int rooms : new int[] {200, 1000}) {
            // The first round warms up and is not told.
            new Round(new LargeHotel(rooms, OCCUPANCY, SEED + 1), limits).ask(questions / 5);
            report.append(new Round(new LargeHotel(rooms, OCCUPANCY, SEED), limits)
                    .ask(questions)
                    .row(rooms));
        }
        var directory = Files.createDirectories(Path.of("target/bench/cascade"));
        Files.writeString(directory.resolve("report.md"), report);
    }

    private static int argument(String[] arguments, String name, int otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return Integer.parseInt(argument.substring(name.length() + 3));
            }
        }
        return otherwise;
    }

    /** One hotel, asked many times. */
    private static final class Round {

        private final LargeHotel hotel;
        private final CascadeLimits limits;
        private final Map<Integer, Integer> moved = new TreeMap<>();
        private final List<Double> single = new ArrayList<>();
        private final List<Double> model = new ArrayList<>();
        private int asked;
        private int asBooked;
        private int upgraded;
        private int none;
        private int undecided;
        private int variables;
        private int constraints;

        Round(LargeHotel hotel, CascadeLimits limits) {
            this.hotel = hotel;
            this.limits = limits;
        }

        Round ask(int questions) {
            for (asked = 0; asked < questions; asked++) {
                var question = hotel.ask(14, 42);
                int type = hotel.placeOf(question);
                if (type < 0) {
                    cascade(question);
                } else if (type == question.requested().id() - 1) {
                    asBooked++;
                } else {
                    upgraded++;
                }
            }
            return this;
        }

        private void cascade(CascadeQuestion question) {
            long begun = System.nanoTime();
            var solved = SolveCascade.solve(hotel.pose(question, limits).problem(), limits.time());
            double millis = (System.nanoTime() - begun) / 1e6;
            (solved.method() == Method.MIP ? model : single).add(millis);
            variables = Math.max(variables, solved.variables());
            constraints = Math.max(constraints, solved.constraints());
            if (solved.plan() != null) {
                moved.merge(solved.plan().rooms(), 1, Integer::sum);
            } else if (solved.proven()) {
                none++;
            } else {
                undecided++;
            }
        }

        String row(int rooms) {
            int cascades = moved.values().stream().mapToInt(Integer::intValue).sum();
            return "| %d | %s | %s | %s | %s | %s | %s | %s | %s | %d × %d |%n"
                    .formatted(
                            rooms,
                            share(asBooked),
                            share(upgraded),
                            share(cascades),
                            share(none),
                            share(undecided),
                            moved,
                            times(single, 50, 100),
                            times(model, 50, 95, 100),
                            variables,
                            constraints);
        }

        private String share(int some) {
            return "%.1f %%".formatted(100.0 * some / asked);
        }

        private static String times(List<Double> millis, int... percents) {
            var sorted = millis.stream().sorted().toList();
            var shown = new ArrayList<String>();
            for (int percent : percents) {
                shown.add(
                        sorted.isEmpty()
                                ? "–"
                                : String.format(Locale.ROOT, "%.0f", sorted.get((sorted.size() - 1) * percent / 100)));
            }
            return String.join(" / ", shown) + " (" + sorted.size() + ")";
        }
    }
}
