package io.toritsugi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One thing that was measured, or a ratio of two, once a round. */
final class Figure {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double last() {
        return values.get(values.size() - 1);
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Round by round, for the machine is not the same from minute to minute. */
    Figure over(Figure other) {
        var ratio = new Figure();
        for (int round = 0; round < values.size(); round++) {
            ratio.add(values.get(round) / other.values.get(round));
        }
        return ratio;
    }

    Figure times(Figure other) {
        var product = new Figure();
        for (int round = 0; round < values.size(); round++) {
            product.add(values.get(round) * other.values.get(round));
        }
        return product;
    }

    Figure scaled(double factor) {
        var scaled = new Figure();
        values.forEach(value -> scaled.add(value * factor));
        return scaled;
    }

    /** Median, and in brackets the smallest and the largest. */
    String shown(String format) {
        var smallest = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        var largest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return String.format(Locale.ROOT, format + " (" + format + "–" + format + ")", median(), smallest, largest);
    }
}
