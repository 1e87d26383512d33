package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeXmlTest {

    private final SafeXml xml = new SafeXml(ReadingLimits.defaults());

    /** As much of a model as shows that JAXB reads through the guarded reader. */
    @XmlRootElement(name = "AllotmentBookingReport")
    static class Report {
        @XmlElement(name = "TransactionType")
        Transaction transaction = new Transaction();
    }

    static class Transaction {
        @XmlElement(name = "DataID")
        String dataId = "";
    }

    static Stream<Arguments> violations() {
        var deep = "<a>".repeat(70);
        return Stream.of(
                Arguments.of("", FailureCode.PARSE_EMPTY),
                Arguments.of("hello", FailureCode.PARSE_NOT_XML),
                Arguments.of("<html/>", FailureCode.PARSE_WRONG_ROOT),
                Arguments.of("<!DOCTYPE html><html/>", FailureCode.PARSE_DOCTYPE),
                Arguments.of("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", FailureCode.PARSE_DOCTYPE),
                Arguments.of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", FailureCode.PARSE_DOCTYPE),
                Arguments.of(root("<a>"), FailureCode.PARSE_NOT_XML),
                Arguments.of(root("&b;"), FailureCode.PARSE_NOT_XML),
                Arguments.of(root("<x:a/>"), FailureCode.PARSE_NOT_XML),
                Arguments.of(root("<a b='1' b='2'/>"), FailureCode.PARSE_NOT_XML),
                Arguments.of(root("") + "junk", FailureCode.PARSE_NOT_XML),
                Arguments.of(root("") + "<a/>", FailureCode.PARSE_NOT_XML),
                Arguments.of("<AllotmentBookingReport><a>", FailureCode.PARSE_CUT_OFF),
                Arguments.of("<AllotmentBookingReport><a b='", FailureCode.PARSE_CUT_OFF),
                Arguments.of("<AllotmentBookingReport><![CDATA[", FailureCode.PARSE_CUT_OFF),
                Arguments.of(root("\u0000"), FailureCode.PARSE_ILLEGAL_CHARACTER),
                Arguments.of(root("\u0008"), FailureCode.PARSE_ILLEGAL_CHARACTER),
                Arguments.of(root("&#8;"), FailureCode.PARSE_ILLEGAL_CHARACTER),
                Arguments.of(root("<!-- \u0001 -->"), FailureCode.PARSE_ILLEGAL_CHARACTER),
                Arguments.of(root(deep), FailureCode.PARSE_LIMIT),
                Arguments.of(root("<a" + attributes(65) + "/>"), FailureCode.PARSE_LIMIT),
                Arguments.of(root("<a b='" + "x".repeat(70_000) + "'/>"), FailureCode.PARSE_LIMIT),
                Arguments.of(root("<a>" + "x".repeat(600_000) + "</a>"), FailureCode.PARSE_LIMIT),
                Arguments.of(root("<" + "a".repeat(300) + "/>"), FailureCode.PARSE_LIMIT),
                Arguments.of(root("<a " + "b".repeat(300) + "=''/>"), FailureCode.PARSE_LIMIT));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void every_violation_is_a_failure_of_its_own_code_also_below_jaxb(String document, FailureCode code) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> readThrough(bytes, "UTF-8"))
                .isInstanceOfSatisfying(TelegramFailedException.class, failed -> {
                    assertThat(failed.failure().code()).isEqualTo(code);
                    assertThat(failed.failure().stage()).isEqualTo("unmarshal");
                });
        assertThatThrownBy(() -> unmarshal(bytes, "UTF-8"))
                .isInstanceOfSatisfying(
                        TelegramFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }

    @Test
    void jaxb_reads_a_telegram_whatever_its_namespace_and_its_declaration_say() throws Exception {
        var document = "<?xml version='1.0' encoding='UTF-16'?><t:AllotmentBookingReport xmlns:t='urn:x'>"
                + "<t:TransactionType><t:DataID>髙7</t:DataID></t:TransactionType></t:AllotmentBookingReport>";

        assertThat(unmarshal(document.getBytes(StandardCharsets.UTF_8), "UTF-8").transaction.dataId)
                .isEqualTo("髙7");
        assertThat(unmarshal(document.getBytes(Charset.forName("windows-31j")), "windows-31j").transaction.dataId)
                .isEqualTo("髙7");
    }

    @Test
    void the_samples_are_read_to_their_end() throws Exception {
        assertThat(unmarshal(SampleTelegrams.bytes("16_new_expedia_19_nights"), "UTF-8").transaction.dataId)
                .isNotEmpty();
        readThrough(SampleTelegrams.bytes("17_new_group_20_guests_10_rooms"), "UTF-8");
    }

    @Test
    void malformed_bytes_are_a_failure_wherever_they_stand() {
        var bytes = telegram("1", "xx?").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 'x' && bytes[i + 1] == 'x') {
                bytes[i] = (byte) 0xFF;
            }
        }

        assertThatThrownBy(() -> readThrough(bytes, "UTF-8"))
                .isInstanceOfSatisfying(
                        TelegramFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.PARSE_ENCODING));
    }

    @Test
    void reading_that_takes_too_long_is_stopped() {
        var clock = new AtomicLong();
        var slow = new SafeXml(
                TestLimits.withTime(Duration.ofSeconds(2)),
                () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
        var bytes = telegram("1", "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> readThrough(slow.open(bytes, "UTF-8")))
                .isInstanceOfSatisfying(
                        TelegramFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.PARSE_TIME));
    }

    @Test
    void text_is_given_for_an_element_at_once() throws Exception {
        var reader = xml.open(root("a<!-- b --><![CDATA[<]]>&amp;").getBytes(StandardCharsets.UTF_8), "UTF-8");

        assertThat(reader.getElementText()).isEqualTo("a<&");
    }

    private static String root(String content) {
        return "<AllotmentBookingReport>" + content + "</AllotmentBookingReport>";
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        return attributes.toString();
    }

    private void readThrough(byte[] bytes, String encoding) throws XMLStreamException {
        readThrough(xml.open(bytes, encoding));
    }

    private static void readThrough(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
        reader.close();
    }

    private Report unmarshal(byte[] bytes, String encoding) throws JAXBException {
        return JAXBContext.newInstance(Report.class)
                .createUnmarshaller()
                .unmarshal(xml.open(bytes, encoding), Report.class)
                .getValue();
    }
}
