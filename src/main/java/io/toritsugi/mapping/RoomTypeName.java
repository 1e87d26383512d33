package io.toritsugi.mapping;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a room type is called, ready to be compared with others. For proposals only: nothing is ever mapped by it (domain notes
 * §7, one code was seen under thirteen names). Immutable.
 *
 * <p>Compared is the NFKC form (half-width kana become full-width, wide letters plain), in lower case, without spaces, signs and
 * what says nothing about the bed (ルーム, room, タイプ, 禁煙). Known words say what kind of room it is: two names of different kinds are
 * not alike at all, however alike their letters are (ツイン and トリプル); two of one kind are alike by more than half. The rest is
 * the Sørensen–Dice coefficient of their pairs of letters: twice the pairs in common, divided by the pairs of both.
 */
final class RoomTypeName {

    private static final double OF_ONE_KIND = 0.6;
    private static final int SHORT = 3;

    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Z}]+");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("ルーム|タイプ|rooms?|types?|禁煙|喫煙|non-?smoking|smoking|スタンダード|standard|プラン");

    /** Kinds by their words; a longer word is looked for before a shorter one that it contains (セミダブル, ダブル). */
    private static final List<Word> WORDS = Stream.of(
                    kind("single", "シングル", "single", "sgl"),
                    kind("semi_double", "セミダブル", "semidouble", "sdb"),
                    kind("double", "ダブル", "double", "dbl", "クイーン", "queen", "キング", "king"),
                    kind("twin", "ツイン", "twin", "twn"),
                    kind("triple", "トリプル", "triple", "tpl", "trp"),
                    kind("family", "ファミリー", "family", "fam", "フォース"),
                    kind("japanese_western", "和洋室", "和洋", "japanesewestern"),
                    kind("japanese", "和室", "畳", "japanese", "jpn", "tatami"),
                    kind("suite", "スイート", "suite", "sui"),
                    kind("dormitory", "ドミトリー", "dormitory", "カプセル", "capsule"))
            .flatMap(List::stream)
            .sorted(Comparator.comparing((Word word) -> word.text().length()).reversed())
            .toList();

    private final String sent;
    private final String plain;
    private final Set<String> kinds;
    private final Map<String, Integer> pairs;

    RoomTypeName(String sent) {
        this.sent = sent;
        this.plain = plain(sent);
        this.kinds = kinds(plain);
        this.pairs = pairs(plain);
    }

    /** The name as it was given. */
    String sent() {
        return sent;
    }

    /** From 0 (nothing in common, or another kind of room) to 1 (the same name). */
    double likeness(RoomTypeName other) {
        if (plain.isEmpty() || other.plain.isEmpty()) {
            return 0;
        }
        if (plain.equals(other.plain)) {
            return 1;
        }
        if (kinds.isEmpty() || other.kinds.isEmpty()) {
            return dice(other);
        }
        return kinds.equals(other.kinds) ? OF_ONE_KIND + (1 - OF_ONE_KIND) * dice(other) : 0;
    }

    private double dice(RoomTypeName other) {
        int all = plain.length() + other.plain.length() - 2;
        if (all <= 0) {
            return 0;
        }
        int common = 0;
        for (var pair : pairs.entrySet()) {
            common += Math.min(pair.getValue(), other.pairs.getOrDefault(pair.getKey(), 0));
        }
        return 2.0 * common / all;
    }

    private static String plain(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SAYS_NOTHING.matcher(SIGNS.matcher(folded).replaceAll("")).replaceAll("");
    }

    /** What kinds of room a name speaks of; a word once taken is not found again inside of another. */
    private static Set<String> kinds(String plain) {
        var kinds = new TreeSet<String>();
        var left = plain;
        for (var word : WORDS) {
            if (word.isIn(left)) {
                kinds.add(word.kind());
                left = left.replace(word.text(), " ");
            }
        }
        return kinds;
    }

    private static Map<String, Integer> pairs(String text) {
        var pairs = new HashMap<String, Integer>();
        for (int place = 0; place + 1 < text.length(); place++) {
            pairs.merge(text.substring(place, place + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static List<Word> kind(String kind, String... words) {
        return Stream.of(words).map(word -> new Word(kind, word)).toList();
    }

    private record Word(String kind, String text) {

        /** Abbreviations count only when they are the whole name: "fam" is in "famous view". */
        boolean isIn(String name) {
            boolean abbreviation =
                    text.length() <= SHORT && text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
            return abbreviation ? name.equals(text) : name.contains(text);
        }
    }
}
