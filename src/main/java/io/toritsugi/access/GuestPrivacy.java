package io.toritsugi.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of a guest a caller sees: operators and above everything, viewers no name. A masked name keeps its first letter;
 * how long it was is not told.
 */
public enum GuestPrivacy {
    /** Names and contact as they are. */
    OPEN,
    /** Names masked, contact and free texts of the sender left out. */
    MASKED;

    private static final String STARS = "**";

    /** Members of a booking's details that are about persons, or free text in which names stand. */
    private static final Set<String> PERSONAL =
            Set.of("names", "booker", "contact", "roomMates", "remarks", "questions", "telegramData");

    private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");

    /** What this caller sees. */
    public static GuestPrivacy of(Caller caller) {
        return caller.role().covers(Role.OPERATOR) ? OPEN : MASKED;
    }

    /** A guest's name, or its reading, as it is shown. */
    public String name(String name) {
        if (this == OPEN || name.isEmpty()) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + STARS;
    }

    /** A text that may name the guest, as it is shown: his names in it are starred, whole and in parts. */
    public String text(String text, Collection<String> names) {
        if (this == OPEN) {
            return text;
        }
        var shown = text;
        for (var part : parts(names)) {
            shown = Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(shown)
                    .replaceAll(STARS);
        }
        return shown;
    }

    /**
     * A booking or its details as JSON, as it is shown: {@code guest} is masked wherever it stands, what is personal is left
     * out, and other texts do not name the guest.
     *
     * @param names the guest's names, as far as they do not stand in the JSON itself
     */
    public JsonNode json(JsonNode booking, Collection<String> names) {
        if (this == OPEN) {
            return booking;
        }
        var known = new LinkedHashSet<>(names);
        booking.findValues("guest")
                .forEach(guest -> guest.elements().forEachRemaining(name -> known.add(name.asText())));
        return masked(booking, known);
    }

    private JsonNode masked(JsonNode node, Collection<String> names) {
        if (node instanceof ObjectNode object) {
            var shown = object.objectNode();
            object.fields().forEachRemaining(member -> {
                if (member.getKey().equals("guest")) {
                    shown.set(member.getKey(), guest(member.getValue()));
                } else if (!PERSONAL.contains(member.getKey())) {
                    shown.set(member.getKey(), masked(member.getValue(), names));
                }
            });
            return shown;
        }
        if (node instanceof ArrayNode array) {
            var shown = array.arrayNode();
            array.forEach(element -> shown.add(masked(element, names)));
            return shown;
        }
        return node.isTextual() ? TextNode.valueOf(text(node.asText(), names)) : node;
    }

    private JsonNode guest(JsonNode guest) {
        if (!(guest instanceof ObjectNode object)) {
            return guest.isTextual() ? TextNode.valueOf(name(guest.asText())) : guest;
        }
        var shown = object.objectNode();
        object.fields()
                .forEachRemaining(member ->
                        shown.put(member.getKey(), name(member.getValue().asText())));
        return shown;
    }

    /** The longest first, so that the whole name goes before its parts. Single letters stand in too many words. */
    private static Collection<String> parts(Collection<String> names) {
        var parts = new LinkedHashSet<String>();
        for (var name : names) {
            parts.add(name.strip());
            parts.add(SPACES.matcher(name.strip()).replaceAll(""));
        }
        for (var name : names) {
            SPACES.splitAsStream(name.strip().toLowerCase(Locale.ROOT)).forEach(parts::add);
        }
        parts.removeIf(part -> part.codePointCount(0, part.length()) < 2);
        return parts;
    }
}
