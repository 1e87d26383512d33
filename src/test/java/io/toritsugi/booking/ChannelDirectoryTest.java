package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChannelDirectoryTest {

    private final ChannelDirectory channels = new ChannelDirectory(new KnownChannels(null));

    @ParameterizedTest
    @CsvSource({
        "Booking.com,booking",
        "ＢＯＯＫＩＮＧ．ＣＯＭ,booking",
        "じゃらんnet,jalan",
        "リクルート（じゃらんnet）,jalan",
        "楽天トラベル,rakuten",
        "楽天グローバル,rakuten_global",
        "Agoda,agoda",
        "Expedia,expedia",
        "一休.com,ikyu",
        "ANA(トラベラーズホテル),ana",
        "JTB（企画・るるぶ）,jtb",
        "ＪＴＢ,jtb",
        "株式会社ジェイティービー,jtb",
        "㈱JTB,jtb",
        "ジャルパック,jalpak",
        "スカイチケット,skyticket"
    })
    void an_ota_is_known_by_the_beginning_or_a_part_of_its_name(String company, String channel) {
        assertThat(channels.channelOf(company, null)).isEqualTo(new Channel(channel, channel));
    }

    @ParameterizedTest
    @CsvSource({"66,jalan", "1Z0,rakuten", "001,ikyu", "30,booking", "47,expedia", "52,expedia", "2,agoda"})
    void the_office_code_is_a_second_look(String code, String channel) {
        assertThat(channels.channelOf(null, code).name()).isEqualTo(channel);
        assertThat(channels.channelOf(" ", " " + code + " ").name()).isEqualTo(channel);
    }

    @Test
    void the_name_comes_before_the_code() {
        assertThat(channels.channelOf("楽天トラベル", "66").name()).isEqualTo("rakuten");
    }

    @Test
    void office_codes_are_text() {
        assertThat(channels.channelOf("", "1").unknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"見本トラベル,見本トラベル", "ＭＩＨＯＮ　トラベル,MIHON トラベル", "Anaheim Travel,Anaheim Travel", "JTBX Tours,JTBX Tours"})
    void an_unknown_ota_is_keyed_by_its_company(String company, String key) {
        assertThat(channels.channelOf(company, "ZZ")).isEqualTo(new Channel("other", key));
    }

    @Test
    void two_unknown_otas_never_share_a_key() {
        assertThat(channels.channelOf("見本トラベル", null)).isNotEqualTo(channels.channelOf("例題トラベル", null));
        assertThat(channels.channelOf(null, "X1")).isNotEqualTo(channels.channelOf(null, "X2"));
    }

    @Test
    void a_company_name_is_cut_to_what_a_key_may_hold() {
        assertThat(channels.channelOf("見".repeat(5_000), null).key()).hasSize(100);
    }

    @Test
    void an_unknown_ota_is_imported_and_reported() {
        var booking = TelegramDraft.twoNights()
                .with(telegram -> telegram.office.salesOfficeCompanyName = "見本トラベル")
                .translated();

        assertThat(booking.channel()).isEqualTo(new Channel("other", "見本トラベル"));
        assertThat(booking.stay().flags()).containsExactly("unknown_channel");
    }

    @Test
    void amounts_of_agoda_are_flagged_on_new_and_modified_bookings() {
        for (var classification : List.of("NewBookReport", "ModificationReport")) {
            var stay = TelegramDraft.twoNights()
                    .with(telegram -> telegram.office.salesOfficeCompanyName = "Agoda")
                    .with(telegram -> telegram.transaction.dataClassification = classification)
                    .stay();

            assertThat(stay.flags()).containsExactly("amount_is_net_of_commission");
            assertThat(stay.roomTotal()).isEqualTo(24_000);
        }
    }

    @Test
    void the_defaults_are_the_otas_of_the_domain_notes() {
        var known = new KnownChannels(null).known();

        assertThat(known)
                .extracting(KnownChannels.KnownChannel::name)
                .containsExactly(
                        "booking",
                        "jalan",
                        "rakuten_global",
                        "rakuten",
                        "agoda",
                        "expedia",
                        "ikyu",
                        "ana",
                        "jtb",
                        "jalpak",
                        "skyticket");
        assertThat(known.get(0).officeCodes()).containsExactly("30");
        assertThat(known.get(1).officeCodes()).containsExactly("66", "77", "40", "AJ", "JJ", "JCS", "B5", "E6");
        assertThat(known.get(3).officeCodes()).containsExactly("11", "41", "22", "23", "1Z0");
        assertThat(known.get(4).officeCodes()).containsExactly("2", "1051", "2606", "4536");
        assertThat(known.get(5).officeCodes()).containsExactly("47", "48", "49", "50", "51", "52");
        assertThat(known.get(6).officeCodes()).containsExactly("001", "005");
    }

    @Test
    void configuration_replaces_the_defaults() {
        var source = new MapConfigurationPropertySource();
        source.put("toritsugi.channels.known[0].name", "mihon");
        source.put("toritsugi.channels.known[0].beginnings[0]", "見本");
        source.put("toritsugi.channels.known[0].office-codes[0]", "007");
        var configured = new Binder(source).bindOrCreate("toritsugi.channels", KnownChannels.class);

        var directory = new ChannelDirectory(configured);

        assertThat(directory.channelOf("見本トラベル", null).name()).isEqualTo("mihon");
        assertThat(directory.channelOf(null, "007").name()).isEqualTo("mihon");
        assertThat(directory.channelOf("Agoda", null).unknown()).isTrue();
    }

    @Test
    void no_configuration_means_the_defaults() {
        var configured = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("toritsugi.channels", KnownChannels.class);

        assertThat(configured).isEqualTo(new KnownChannels(null));
    }
}
