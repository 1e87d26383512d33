package io.toritsugi.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the OTA of a telegram (domain notes §5): by the beginning of the company's name, else by a part of it, else by the
 * sales office's code. Thread-safe and cheap: what was asked once is remembered.
 */
@Component
public final class ChannelDirectory {

    private static final int MOST_REMEMBERED = 1_000;
    private static final int LONGEST_KEY = 100;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LEGAL_FORM = Pattern.compile("^(株式会社|有限会社|\\(株\\)|\\(有\\))");

    private final List<Spelling> beginnings = new ArrayList<>();
    private final List<Spelling> parts = new ArrayList<>();
    private final Map<String, Channel> byOfficeCode = new HashMap<>();
    private final Map<Asked, Channel> remembered = new ConcurrentHashMap<>();

    public ChannelDirectory(KnownChannels channels) {
        for (var known : channels.known()) {
            var channel = new Channel(known.name(), known.name());
            known.beginnings().forEach(text -> beginnings.add(new Spelling(comparable(text), channel)));
            known.parts().forEach(text -> parts.add(new Spelling(comparable(text), channel)));
            known.officeCodes().forEach(code -> byOfficeCode.putIfAbsent(code, channel));
        }
    }

    /**
     * The channel of a sales office; never null.
     *
     * @param company SalesOfficeCompanyName as sent
     * @param officeCode SalesOfficeCode as sent; looked at only when the name is missing or tells nothing
     * @return {@code other} for an unknown one, keyed by its company name in NFKC form, cut to 100 characters
     */
    public Channel channelOf(@Nullable String company, @Nullable String officeCode) {
        var asked = new Asked(SentText.of(company), SentText.of(officeCode));
        var known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        var found = lookUp(asked);
        // A full memory forgets nothing and learns nothing: senders that invent names must not fill it without end.
        if (remembered.size() < MOST_REMEMBERED && asked.length() <= LONGEST_KEY) {
            remembered.put(asked, found);
        }
        return found;
    }

    private Channel lookUp(Asked asked) {
        if (asked.company != null) {
            var name = comparable(asked.company);
            for (var beginning : beginnings) {
                if (beginning.begins(name)) {
                    return beginning.channel;
                }
            }
            for (var part : parts) {
                if (name.contains(part.text)) {
                    return part.channel;
                }
            }
            // One code serves several offices: it must not make a stranger's booking another OTA's.
            return unknown(asked);
        }
        var byCode = asked.officeCode == null ? null : byOfficeCode.get(asked.officeCode);
        return byCode != null ? byCode : unknown(asked);
    }

    private static Channel unknown(Asked asked) {
        if (asked.company != null) {
            var name =
                    SPACES.matcher(SentText.nfkc(asked.company)).replaceAll(" ").strip();
            return new Channel(Channel.OTHER, SentText.cut(name, LONGEST_KEY).strip());
        }
        // Two nameless offices are still two: their codes keep them apart.
        var code = asked.officeCode == null ? "" : ":" + SentText.cut(asked.officeCode, LONGEST_KEY);
        return new Channel(Channel.OTHER, Channel.OTHER + code);
    }

    private static String comparable(String name) {
        var plain = SPACES.matcher(SentText.nfkc(SentText.cut(name, 4 * LONGEST_KEY)))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return LEGAL_FORM.matcher(plain).replaceFirst("");
    }

    private record Asked(@Nullable String company, @Nullable String officeCode) {

        int length() {
            return (company == null ? 0 : company.length()) + (officeCode == null ? 0 : officeCode.length());
        }
    }

    private record Spelling(String text, Channel channel) {

        private static final int SHORT = 3;

        boolean begins(String name) {
            return name.startsWith(text) && !(isAbbreviation() && name.length() > text.length() && isLatin(name));
        }

        /** "ANA" begins "ANAトラベラーズ" and is no beginning of "Anaheim Travel". */
        private boolean isLatin(String name) {
            var next = name.charAt(text.length());
            return next >= 'a' && next <= 'z';
        }

        private boolean isAbbreviation() {
            return text.length() <= SHORT && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
        }
    }
}
