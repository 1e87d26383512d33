package io.toritsugi.telegram.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class TelegramUnmarshallerTest {

    private static final XMLInputFactory FACTORY = XMLInputFactory.newFactory();

    private final List<String> unknown = Collections.synchronizedList(new ArrayList<>());
    private final TelegramUnmarshaller unmarshaller = new TelegramUnmarshaller(unknown::add);

    private AllotmentBookingReport read(String xml) throws XMLStreamException {
        return unmarshaller.unmarshal(FACTORY.createXMLStreamReader(new StringReader(xml)));
    }

    private AllotmentBookingReport readInside(String content) throws XMLStreamException {
        return read("<AllotmentBookingReport>" + content + "</AllotmentBookingReport>");
    }

    @Test
    void every_element_of_the_samples_is_known() throws IOException, XMLStreamException {
        for (var sample : List.of(
                "11_new_jalan_personalrate_points",
                "15_new_tour_mixed_rooms_options",
                "20_modify_jalan_shortened",
                "23_cancel_agoda_with_charge")) {
            try (var stream = getClass().getResourceAsStream("/samples/" + sample + ".xml")) {
                read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void the_order_of_sections_does_not_matter() throws XMLStreamException {
        var report = readInside(
                "<BasicInformation><Nights>2</Nights><CheckInDate>2027-03-05</CheckInDate></BasicInformation>"
                        + "<TransactionType><SystemDate>2027-01-10</SystemDate><DataID>1</DataID></TransactionType>");

        assertThat(report.transactionType.dataId).isEqualTo("1");
        assertThat(report.basicInformation.nights).isEqualTo("2");
    }

    @Test
    void both_spellings_are_read() throws XMLStreamException {
        var report = readInside("<BasicInformation><GuestOrGroupKanjiName>見本</GuestOrGroupKanjiName>"
                + "<GuestOrGroupNameKanjiName>例題</GuestOrGroupNameKanjiName></BasicInformation>"
                + "<RoomAndGuestInformation><RoomAndGuestList><RoomRateInformation><PerChildDRate>1</PerChildDRate>"
                + "<PerChildDNoneRate>2</PerChildDNoneRate><TotalRoomHotSpringTax>3</TotalRoomHotSpringTax>"
                + "<TotalPerRoomHotSpringTax>4</TotalPerRoomHotSpringTax></RoomRateInformation>"
                + "</RoomAndGuestList></RoomAndGuestInformation>");

        var night = report.roomAndGuestInformation.rows.get(0).nights.get(0);
        assertThat(report.basicInformation.guestOrGroupKanjiName).isEqualTo("見本");
        assertThat(report.basicInformation.guestOrGroupNameKanjiName).isEqualTo("例題");
        assertThat(List.of(
                        night.perChildDRate,
                        night.perChildDNoneRate,
                        night.totalRoomHotSpringTax,
                        night.totalPerRoomHotSpringTax))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void lists_keep_all_their_elements() throws XMLStreamException {
        var report = readInside("<BasicInformation><SpecialServiceRequest>a</SpecialServiceRequest>"
                + "<SpecialServiceRequest>b</SpecialServiceRequest>"
                + "<Option><OptionRate>1</OptionRate></Option><Option><OptionList><OptionRate>2</OptionRate></OptionList></Option>"
                + "<QuestionAndAnswerList><FromHotelQuestion>q</FromHotelQuestion></QuestionAndAnswerList></BasicInformation>"
                + "<BasicRateInformation><PointsDiscountList><PointsDiscount>5</PointsDiscount></PointsDiscountList>"
                + "<CouponList/><DepositList/></BasicRateInformation>");

        assertThat(report.basicInformation.specialServiceRequests).containsExactly("a", "b");
        assertThat(report.basicInformation.options).hasSize(2);
        assertThat(report.basicInformation.options.get(1).options.get(0).optionRate)
                .isEqualTo("2");
        assertThat(report.basicInformation.questionsAndAnswers.get(0).fromHotelQuestion)
                .isEqualTo("q");
        assertThat(report.basicRateInformation.pointsDiscounts.get(0).amount).isEqualTo("5");
        assertThat(report.basicRateInformation.coupons).hasSize(1);
        assertThat(report.basicRateInformation.deposits).hasSize(1);
    }

    @Test
    void an_unknown_element_is_skipped_with_all_that_is_in_it_and_told_once() throws XMLStreamException {
        var report = readInside("<BasicInformation><Nigths>3</Nigths><Nigths>3</Nigths>"
                + "<CreditCardNumber>****</CreditCardNumber><Nights>2</Nights></BasicInformation>");

        assertThat(report.basicInformation.nights).isEqualTo("2");
        assertThat(unknown).containsExactly("Nigths");
    }

    @Test
    void a_sender_that_invents_names_without_end_is_told_of_no_more() throws XMLStreamException {
        var invented = new StringBuilder();
        IntStream.range(0, 1_000).forEach(i -> invented.append("<X").append(i).append("/>"));

        readInside(invented.toString());

        assertThat(unknown).hasSize(200);
    }

    @Test
    void namespaces_and_attributes_do_not_matter() throws XMLStreamException {
        var report =
                read("<x:AllotmentBookingReport xmlns:x='urn:any' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:type='basicInformation'><x:BasicInformation xsi:type='member'><x:Nights a='b'>2</x:Nights>"
                        + "</x:BasicInformation></x:AllotmentBookingReport>");

        assertThat(report.basicInformation.nights).isEqualTo("2");
    }

    @Test
    void text_in_pieces_is_one_text() throws XMLStreamException {
        var report = readInside(
                "<BasicInformation><PackagePlanName>a<![CDATA[<b>]]>&amp;c</PackagePlanName></BasicInformation>");

        assertThat(report.basicInformation.packagePlanName).isEqualTo("a<b>&c");
    }

    @Test
    void another_root_is_refused_by_its_name() {
        assertThatThrownBy(() -> read("<html><body/></html>"))
                .isInstanceOfSatisfying(TelegramFailedException.class, e -> {
                    assertThat(e.failure().code()).isEqualTo(FailureCode.PARSE_WRONG_ROOT);
                    assertThat(e.failure().arguments()).containsEntry("found", "html");
                });
    }

    @Test
    void a_cut_off_document_is_the_readers_failure_and_the_next_one_is_read() throws XMLStreamException {
        assertThatThrownBy(() -> read("<AllotmentBookingReport><BasicInformation><Nights>2"))
                .isInstanceOf(XMLStreamException.class);

        assertThat(readInside("<BasicInformation/>").basicInformation.nights).isNull();
    }

    @Test
    void threads_do_not_disturb_each_other() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var readings = IntStream.range(0, 400)
                    .mapToObj(i -> pool.submit(
                            () -> readInside("<BasicInformation><Nights>" + i + "</Nights></BasicInformation>")
                                    .basicInformation
                                    .nights))
                    .toList();
            for (int i = 0; i < readings.size(); i++) {
                assertThat(readings.get(i).get()).isEqualTo(String.valueOf(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
