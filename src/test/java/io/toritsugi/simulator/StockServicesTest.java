package io.toritsugi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockServicesTest {

    private SimulatorServer simulator;
    private SimulatorClient pms;

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer.start(0);
        pms = new SimulatorClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.stop();
    }

    @Test
    void the_room_master_names_groups_and_agent_room_types() throws Exception {
        var reply = pms.call(LincolnService.ROOM_MASTER, "");

        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.all("netAgtRmTypeCode")).contains("0001", "0002", "0003", "0005", "0007");
        assertThat(reply.all("netRmTypeGroupCode")).hasSameSizeAs(reply.all("netAgtRmTypeCode"));
    }

    @Test
    void a_search_gives_a_row_for_each_group_and_day() throws Exception {
        var reply = search("2", "20270305", "20270307");

        assertThat(reply.all("saleDate")).hasSize(15).contains("20270305", "20270306", "20270307");
        assertThat(reply.all("remainingCount")).containsOnly("20");
        assertThat(reply.all("salesStatus")).containsOnly("0");
    }

    @Test
    void a_search_beyond_thirty_days_or_with_other_dates_is_refused() throws Exception {
        assertThat(search("2", "20270301", "20270330").succeeded()).isTrue();
        assertThat(search("2", "20270301", "20270331").succeeded()).isFalse();
        assertThat(search("2", "2027-03-01", "2027-03-02").succeeded()).isFalse();
    }

    @Test
    void a_figure_that_was_set_is_found() throws Exception {
        var reply = pms.call(
                LincolnService.STOCK_ADJUSTMENT,
                "<adjustmentTarget><adjustmentProcedureCode>1</adjustmentProcedureCode>"
                        + "<netRmTypeGroupCode>2</netRmTypeGroupCode><adjustmentDate>20270305</adjustmentDate>"
                        + "<remainingCount>4</remainingCount><salesStatus>2</salesStatus>"
                        + "<requestId>AAAA0001</requestId></adjustmentTarget>");

        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.text("requestId")).isEqualTo("AAAA0001");
        assertThat(simulator.adjustedStock("SMP"))
                .containsExactly(new StockFigure("2", LocalDate.of(2027, 3, 5), 4, 2));
        var found = pms.call(
                LincolnService.STOCK_SEARCH,
                "<extractionCondition><extractionProcedure>3</extractionProcedure><netRmTypeGroupCode>2"
                        + "</netRmTypeGroupCode><searchDurationFrom>20270305</searchDurationFrom>"
                        + "<searchDurationTo>20270305</searchDurationTo></extractionCondition>");
        assertThat(found.all("remainingCount")).containsExactly("4");
        assertThat(found.all("salesStatus")).containsExactly("2");
    }

    @Test
    void a_bulk_adjustment_fails_only_in_the_rows_that_are_wrong() throws Exception {
        var reply = bulk("AAAA0002", target("2", "20270305", 9) + target("99", "20270305", 9));

        assertThat(reply.succeeded()).isFalse();
        assertThat(reply.all("adjustmentResult")).containsExactly("1", "0");
        assertThat(simulator.adjustedStock("SMP")).hasSize(1);
    }

    @Test
    void status_three_leaves_the_status_as_it_is() throws Exception {
        bulk("AAAA0003", target("2", "20270305", 9));
        bulk("AAAA0004", target("2", "20270305", 8).replace("<salesStatus>1", "<salesStatus>3"));

        assertThat(simulator.adjustedStock("SMP"))
                .containsExactly(new StockFigure("2", LocalDate.of(2027, 3, 5), 8, 1));
    }

    @Test
    void a_request_id_counts_once_and_its_answer_can_be_read_again() throws Exception {
        var first = bulk("AAAA0005", target("2", "20270305", 9));
        var second = bulk("AAAA0005", target("2", "20270305", 1));

        assertThat(second.succeeded()).isFalse();
        assertThat(simulator.adjustedStock("SMP"))
                .extracting(StockFigure::remainingCount)
                .containsExactly(9);
        assertThat(resend(LincolnService.BULK_ADJUSTMENT_RESEND, "AAAA0005")).isEqualTo(first);
        assertThat(resend(LincolnService.STOCK_ADJUSTMENT_RESEND, "AAAA0005").succeeded())
                .isFalse();
    }

    @Test
    void a_request_id_has_eight_characters() throws Exception {
        assertThat(bulk("AAAA006", target("2", "20270305", 9)).succeeded()).isFalse();
        assertThat(simulator.adjustedStock("SMP")).isEmpty();
    }

    @Test
    void some_rows_of_a_bulk_adjustment_fail_on_demand() throws Exception {
        simulator.faults().next(Fault.PARTIAL_FAILURE);

        var reply = bulk("AAAA0007", target("1", "20270305", 9) + target("2", "20270305", 9));

        assertThat(reply.succeeded()).isFalse();
        assertThat(reply.all("adjustmentResult")).containsExactly("1", "0");
        assertThat(resend(LincolnService.BULK_ADJUSTMENT_RESEND, "AAAA0007")).isEqualTo(reply);
    }

    @Test
    void a_request_id_is_taken_for_a_used_one_on_demand() throws Exception {
        simulator.faults().next(Fault.DUPLICATED_REQUEST_ID);

        assertThat(bulk("AAAA0008", target("1", "20270305", 9)).succeeded()).isFalse();
        assertThat(simulator.adjustedStock("SMP")).isEmpty();
        assertThat(bulk("AAAA0008", target("1", "20270305", 9)).succeeded()).isTrue();
    }

    private Reply search(String procedure, String from, String to) throws IOException, InterruptedException {
        return pms.call(
                LincolnService.STOCK_SEARCH,
                "<extractionCondition><extractionProcedure>%s</extractionProcedure><searchDurationFrom>%s</searchDurationFrom><searchDurationTo>%s</searchDurationTo></extractionCondition>"
                        .formatted(procedure, from, to));
    }

    private Reply bulk(String requestId, String targets) throws IOException, InterruptedException {
        return pms.call(LincolnService.BULK_ADJUSTMENT, targets + "<requestId>" + requestId + "</requestId>");
    }

    private Reply resend(LincolnService service, String requestId) throws IOException, InterruptedException {
        return pms.call(service, "<resendTarget><requestId>" + requestId + "</requestId></resendTarget>");
    }

    private static String target(String group, String date, int remaining) {
        return "<adjustmentTarget><adjustmentProcedureCode>1</adjustmentProcedureCode><netRmTypeGroupCode>%s</netRmTypeGroupCode><adjustmentDate>%s</adjustmentDate><remainingCount>%d</remainingCount><salesStatus>1</salesStatus></adjustmentTarget>"
                .formatted(group, date, remaining);
    }
}
