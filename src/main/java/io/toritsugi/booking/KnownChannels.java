package io.toritsugi.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The OTAs that are known by name (domain notes §5). Configuring {@code toritsugi.channels.known} replaces the whole list.
 *
 * @param known in the order in which they are tried: 楽天グローバル stands before 楽天
 */
@ConfigurationProperties("toritsugi.channels")
public record KnownChannels(List<KnownChannel> known) {

    private static final List<KnownChannel> DEFAULTS = List.of(
            channel("booking", List.of("booking", "ブッキングドットコム", "ブッキング・ドットコム"), List.of("booking.com"), "30"),
            channel(
                    "jalan",
                    List.of("じゃらん", "ジャラン", "jalan"),
                    List.of("じゃらんnet"),
                    "66",
                    "77",
                    "40",
                    "AJ",
                    "JJ",
                    "JCS",
                    "B5",
                    "E6"),
            channel("rakuten_global", List.of("楽天グローバル", "rakuten global"), List.of("楽天グローバル", "楽天トラベルグローバル")),
            channel("rakuten", List.of("楽天", "rakuten"), List.of("楽天トラベル"), "11", "41", "22", "23", "1Z0"),
            channel("agoda", List.of("agoda", "アゴダ"), List.of("agoda"), "2", "1051", "2606", "4536"),
            channel(
                    "expedia",
                    List.of("expedia", "エクスペディア"),
                    List.of("expedia", "エクスペディア"),
                    "47",
                    "48",
                    "49",
                    "50",
                    "51",
                    "52"),
            channel("ikyu", List.of("一休", "ikyu"), List.of("一休.com", "一休ドットコム"), "001", "005"),
            channel("ana", List.of("ANA"), List.of()),
            channel("jtb", List.of("JTB", "ジェイティービー"), List.of()),
            channel("jalpak", List.of("ジャルパック", "jalpak"), List.of("ジャルパック")),
            channel("skyticket", List.of("スカイチケット", "skyticket"), List.of("スカイチケット", "skyticket")));

    public KnownChannels(@Nullable List<KnownChannel> known) {
        this.known = known == null || known.isEmpty() ? DEFAULTS : List.copyOf(known);
    }

    private static KnownChannel channel(
            String name, List<String> beginnings, List<String> parts, String... officeCodes) {
        return new KnownChannel(name, beginnings, parts, List.of(officeCodes));
    }

    /**
     * One OTA. Names are compared in their NFKC form without spaces and case, office codes as text.
     *
     * @param name the channel's name in the API
     * @param beginnings how its company names begin
     * @param parts what its company names contain; looked at after the beginnings of all channels
     * @param officeCodes its sales offices, a second look only: {@code 001} is not {@code 1}
     */
    public record KnownChannel(String name, List<String> beginnings, List<String> parts, List<String> officeCodes) {

        public KnownChannel(
                String name,
                @Nullable List<String> beginnings,
                @Nullable List<String> parts,
                @Nullable List<String> officeCodes) {
            this.name = name;
            this.beginnings = beginnings == null ? List.of() : List.copyOf(beginnings);
            this.parts = parts == null ? List.of() : List.copyOf(parts);
            this.officeCodes = officeCodes == null ? List.of() : List.copyOf(officeCodes);
        }
    }
}
