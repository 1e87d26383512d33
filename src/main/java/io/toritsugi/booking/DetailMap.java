package io.toritsugi.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map for JSON in the order of its making, without anything empty in it. */
final class DetailMap {

    private final Map<String, Object> values = new LinkedHashMap<>();

    DetailMap text(String key, @Nullable String sent) {
        var text = SentText.of(sent);
        if (text != null) {
            values.put(key, text);
        }
        return this;
    }

    /** A time of the day as {@code HH:MM}; what is no time is left out. */
    DetailMap time(String key, @Nullable String sent) {
        var time = SentDate.time(sent);
        if (time != null) {
            values.put(key, time.toString());
        }
        return this;
    }

    DetailMap number(String key, long number) {
        values.put(key, number);
        return this;
    }

    DetailMap map(String key, DetailMap inner) {
        if (!inner.values.isEmpty()) {
            values.put(key, inner.values);
        }
        return this;
    }

    DetailMap list(String key, List<?> items) {
        var told = items.stream()
                .filter(item -> !(item instanceof Map<?, ?> map && map.isEmpty()))
                .toList();
        if (!told.isEmpty()) {
            values.put(key, told);
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
