package io.toritsugi.booking;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The free text for people (TelegramData): where a name that lost its letters elsewhere is still whole (domain notes §4.3). */
final class TelegramText {

    private static final String LABEL = "宿泊者情報";
    /** The name stands close behind its label; a long text is not searched to its end. */
    private static final int REACH = 1_000;
    /** Line ends may be sent as letters, and a backslash is a yen sign in Japanese encodings. */
    private static final Pattern LINE_END = Pattern.compile("(?:[\\\\¥￥]r)?[\\\\¥￥]n|[\\\\¥￥]r|\\R");

    private static final Pattern PHONE = Pattern.compile("(?i)(?:TEL|ＴＥＬ|電話)\\s*[:：]");

    private TelegramText() {}

    /** The guest's name as it stands there; null when there is none. */
    static @Nullable String guestName(@Nullable String telegramData) {
        if (telegramData == null) {
            return null;
        }
        var label = telegramData.indexOf(LABEL);
        if (label < 0) {
            return null;
        }
        var from = label + LABEL.length();
        var behind = telegramData
                .substring(from, Math.min(telegramData.length(), from + REACH))
                .strip();
        if (!behind.startsWith(":") && !behind.startsWith("：")) {
            return null;
        }
        var lines = LINE_END.matcher(behind.substring(1)).replaceAll("\n").strip();
        var line = lines.lines().findFirst().orElse("");
        var phone = PHONE.matcher(line);
        var name = (phone.find() ? line.substring(0, phone.start()) : line).strip();
        // A colon means that the next label was read: the name itself is missing.
        return name.isEmpty() || name.indexOf(':') >= 0 || name.indexOf('：') >= 0 ? null : name;
    }
}
