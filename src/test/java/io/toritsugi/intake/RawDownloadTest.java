package io.toritsugi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class RawDownloadTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @Test
    void the_bytes_of_a_shift_jis_telegram_come_back_as_they_were_sent() {
        var document = House.booking("髙﨑 ①郎", ARRIVAL).xml().replace("UTF-8", "Shift_JIS");
        var id = id(document.getBytes(WINDOWS_31J));

        var raw = house.admin.get("/api/v1/imports/" + id + "/raw").expect(200);

        assertThat(raw.header("Content-Type")).hasValue("application/xml;charset=windows-31j");
        assertThat(raw.response().body()).isEqualTo(document);
        assertThat(raw.header("Content-Disposition")).hasValue("attachment; filename=\"telegram-" + id + ".xml\"");
    }

    @Test
    void card_fields_come_back_as_stars_and_nothing_else_has_changed() {
        var document = House.booking("TARO MIHON", ARRIVAL)
                .xml()
                .replace("</BasicRateInformation>", "<CardNumber>4111111111111111</CardNumber></BasicRateInformation>");

        var raw = house.admin
                .get("/api/v1/imports/" + id(document.getBytes(StandardCharsets.UTF_8)) + "/raw")
                .expect(200);

        assertThat(raw.response().body()).isEqualTo(document.replace("4111111111111111", "*".repeat(16)));
    }

    @Test
    void a_telegram_longer_than_any_may_be_comes_back_whole() {
        var document = House.booking("TARO MIHON", ARRIVAL)
                .xml()
                .replace("</BasicInformation>", "<!--" + "見本".repeat(500_000) + "--></BasicInformation>");
        var answer = TelegramDocument.answer(List.of(House.booking("HANAKO REIDAI", ARRIVAL)))
                .replace(
                        "</bookingInfoList>",
                        "</bookingInfoList><bookingInfoList><infoTravelXML><![CDATA[" + document
                                + "]]></infoTravelXML></bookingInfoList>");
        var receipt = house.deliver(answer.getBytes(StandardCharsets.UTF_8));
        var line = receipt.path("telegrams").path(1);
        assertThat(line.path("code").asText()).as(receipt.toString()).isEqualTo("parse.too_large");

        var raw = house.admin.get("/api/v1/imports/" + line.path("id") + "/raw").expect(200);

        assertThat(raw.response().body()).isEqualTo(document);
    }

    @Test
    void what_is_no_telegram_is_never_served_as_a_page() {
        var id = id("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

        var raw = house.admin.get("/api/v1/imports/" + id + "/raw").expect(200);

        assertThat(raw.header("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(raw.header("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(raw.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void reading_the_bytes_needs_an_operator_and_is_on_record() {
        var id = id(House.booking("TARO MIHON", ARRIVAL).xml().getBytes(StandardCharsets.UTF_8));
        var path = "/api/v1/imports/" + id + "/raw";

        assertThat(house.as("VIEWER").get(path).problem()).isEqualTo("access.forbidden");
        assertThat(records()).isEmpty();

        house.as("OPERATOR").get(path).expect(200);

        assertThat(records()).containsExactly("telegram/" + id);
        assertThat(house.admin.get("/api/v1/imports/999999999/raw").problem()).isEqualTo("telegram.unknown");
    }

    private List<String> records() {
        return house.admin
                .get("/api/v1/audit?action=telegram.raw_read&hotel=" + house.hotel)
                .items()
                .findValuesAsText("subject");
    }

    private long id(byte[] document) {
        return house.deliver(document).path("telegrams").path(0).path("id").asLong();
    }
}
