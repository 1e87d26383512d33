package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Which element names the model knows, and who is told of the others: a new spelling is worth a warning and never a
 * failure (domain notes §4.4). Each name is told once, and only so many, for a sender may invent names without end.
 */
final class KnownElements {

    private static final int MOST_TOLD = 200;
    private static final int LONGEST_TOLD = 100;

    private final Set<String> known;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Consumer<String> unknownElement;

    KnownElements(Class<?> root, Consumer<String> unknownElement) {
        var names = new HashSet<String>();
        names.add(root.getSimpleName());
        collect(root, names, new HashSet<>());
        this.known = Collections.unmodifiableSet(names);
        this.unknownElement = unknownElement;
    }

    void met(String name) {
        if (known.contains(name) || told.size() >= MOST_TOLD || holdsCard(name)) {
            return;
        }
        var shown = name.length() > LONGEST_TOLD ? name.substring(0, LONGEST_TOLD) : name;
        if (told.add(shown)) {
            unknownElement.accept(shown);
        }
    }

    /** Card fields are left unread on purpose (domain notes §4.2). */
    private static boolean holdsCard(String name) {
        return name.contains("Card")
                || name.contains("Credit")
                || name.equals("ExpireDate")
                || name.equals("SecurityCode");
    }

    private static void collect(Class<?> type, Set<String> names, Set<Class<?>> seen) {
        if (type == String.class || !seen.add(type)) {
            return;
        }
        for (var field : type.getFields()) {
            var element = field.getAnnotation(XmlElement.class);
            if (element != null) {
                names.add(element.name());
                collect(contentOf(field.getGenericType()), names, seen);
            }
        }
    }

    private static Class<?> contentOf(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }
}
