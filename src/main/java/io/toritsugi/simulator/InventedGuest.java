package io.toritsugi.simulator;

import java.util.SplittableRandom;

/**
 * Somebody who does not exist.
 *
 * @param name as it stands in the telegram, in Kanji or Latin letters, marks and damages included
 * @param reading half-width kana, or the name again
 * @param undamaged the name before letters were lost on the way
 */
record InventedGuest(String name, String reading, String undamaged) {

    private static final String[][] FAMILIES = {
        {"見本", "ﾐﾎﾝ", "MIHON"},
        {"例題", "ﾚｲﾀﾞｲ", "REIDAI"},
        {"架空", "ｶｸｳ", "KAKU"},
        {"試験", "ｼｹﾝ", "SHIKEN"},
        {"仮名", "ｶﾒｲ", "KAMEI"},
        {"例文", "ﾚｲﾌﾞﾝ", "REIBUN"},
    };
    private static final String[][] GIVEN = {
        {"一郎", "ｲﾁﾛｳ", "TARO"},
        {"花子", "ﾊﾅｺ", "HANAKO"},
        {"二郎", "ｼﾞﾛｳ", "JIRO"},
        {"三枝", "ｻｴ", "SAE"},
        {"四郎", "ｼﾛｳ", "ZOÉ"},
        {"五月", "ｻﾂｷ", "ANN"},
    };

    static InventedGuest drawn(SalesOffice office, SplittableRandom random) {
        var family = FAMILIES[random.nextInt(FAMILIES.length)];
        var given = GIVEN[random.nextInt(GIVEN.length)];
        if (office.guestsFromAbroad()) {
            var name = given[2] + " " + family[2];
            return new InventedGuest(name.replace('É', '?'), name.replace('É', '?'), name);
        }
        var name = family[0] + "　" + given[0];
        var reading = family[1] + " " + given[1];
        return switch (office) {
            case RAKUTEN -> new InventedGuest(name + (random.nextInt(3) == 0 ? "【精算不要】" : ""), reading, name);
            case JALAN -> new InventedGuest(name + (random.nextInt(4) == 0 ? "_!" : ""), reading, name);
            case BOOKING, AGODA, EXPEDIA, IKYU, JTB, ANA, JALPAK, SKYTICKET, RAKUTEN_GLOBAL ->
                new InventedGuest(name, reading, name);
        };
    }
}
