package io.toritsugi.booking;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the booking is paid, as OtherServiceInformation tells it in words: {@code 決済内容：カード決済★ 事前 支払額：\56,000}
 * (domain notes §6.5). Where the sources disagree, this text was right and the coded fields were empty.
 *
 * @param settlement what the text before the star means; null when it says nothing of it
 * @param understood false when there are words before the star that mean none of the known
 * @param statedAmount 支払額 in whole yen; null when none is stated
 */
record PaymentText(
        @Nullable Settlement settlement,
        boolean understood,
        @Nullable Long statedAmount) {

    private static final PaymentText NOTHING = new PaymentText(null, true, null);
    private static final char STAR = '★';
    private static final Pattern LABEL = Pattern.compile("決済内容\\s*[:：]");
    private static final Pattern LINE_END = Pattern.compile("\\R|[\\\\¥￥][rn]");
    private static final Pattern STATED = Pattern.compile("支払い?額\\s*:?\\s*[\\\\¥]?\\s*([0-9][0-9,]*)");
    /** Tried in this order: a part payment may name the card it was made with. */
    private static final List<Word> WORDS = List.of(
            new Word("一部精算", Settlement.PARTIAL),
            new Word("エージェント精算", Settlement.AGENT_PREPAID),
            new Word("ツアー会社精算", Settlement.AGENT_PREPAID),
            new Word("カード決済", Settlement.CARD_PREPAID),
            new Word("法人利用", Settlement.CORPORATE),
            new Word("現地精算", Settlement.ON_SITE),
            new Word("現地決済", Settlement.ON_SITE),
            new Word("現地払", Settlement.ON_SITE));

    static PaymentText of(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return NOTHING;
        }
        var stated = statedAmount(sent);
        var label = LABEL.matcher(sent);
        if (label.find()) {
            return labelled(LINE_END.split(sent.substring(label.end()), 2)[0], stated);
        }
        var star = sent.indexOf(STAR);
        if (star < 0) {
            return new PaymentText(null, true, stated);
        }
        var before = sent.substring(0, star).strip();
        // Without its label, a star is the payment's only when it stands alone or behind a known word: stars also
        // adorn.
        var known = meaning(before);
        return before.isEmpty()
                ? new PaymentText(Settlement.ON_SITE, true, stated)
                : new PaymentText(known, true, stated);
    }

    private static PaymentText labelled(String line, @Nullable Long stated) {
        var star = line.indexOf(STAR);
        var words = (star < 0 ? line : line.substring(0, star)).strip();
        if (words.isEmpty()) {
            return new PaymentText(star < 0 ? null : Settlement.ON_SITE, true, stated);
        }
        var known = meaning(words);
        return new PaymentText(known, known != null, stated);
    }

    private static @Nullable Settlement meaning(String words) {
        var plain = SentText.nfkc(words);
        for (var word : WORDS) {
            if (plain.contains(word.text)) {
                return word.settlement;
            }
        }
        return null;
    }

    /** What is no sensible amount in a free text is no amount: it is written for people. */
    private static @Nullable Long statedAmount(String sent) {
        var amount = STATED.matcher(SentText.nfkc(sent));
        if (!amount.find()) {
            return null;
        }
        var digits = amount.group(1).replace(",", "");
        return digits.length() > 12 ? null : Long.valueOf(digits);
    }

    private record Word(String text, Settlement settlement) {}
}
