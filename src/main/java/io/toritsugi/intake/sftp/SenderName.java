package io.toritsugi.intake.sftp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sender may be called: it names folders, routes and metrics. */
final class SenderName {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

    private SenderName() {}

    /** @throws IllegalArgumentException when it is none; names the setting */
    static void require(@Nullable String name, String setting) {
        if (name == null || !ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(setting + ": expected a name such as \"agency-1\" (lower-case letters,"
                    + " digits, - and _; at most 32), found \"" + name + "\"");
        }
    }
}
