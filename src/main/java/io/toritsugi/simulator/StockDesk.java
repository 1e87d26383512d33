package io.toritsugi.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the room master and the stock search. The dates of these services are YYYYMMDD (domain notes §4.1). */
final class StockDesk {

    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Domain notes §4.6. */
    private static final int MOST_DAYS = 30;

    private static final String BY_ROOM_GROUP = "3";
    private static final List<String> AGENT_CODES = List.of("30", "66", "11", "2", "47", "001");

    private StockDesk() {}

    static byte[] roomMaster(SimulatedHotel hotel, @Nullable Fault fault) {
        return SoapAnswer.success(LincolnService.ROOM_MASTER, fault, xml -> {
            for (var group : hotel.stock().groups()) {
                AGENT_CODES.forEach(agent -> masterRow(xml, group, agent));
            }
        });
    }

    private static void masterRow(XmlWriting xml, RoomGroup group, String agent) {
        xml.open("netRoomTypeMasterList")
                .element("rmTypeCode", group.code())
                .element("rmTypeName", group.name())
                .element("netRmTypeGroupCode", group.code())
                .element("netRmTypeGroupName", group.name())
                .element("agtCode", agent)
                .element("netAgtRmTypeCode", group.agentCode())
                .element("netAgtRmTypeName", group.name())
                .element("isStockAdjustable", "1")
                .element("lincolnUseFlag", "1")
                .close();
    }

    static byte[] search(SimulatedHotel hotel, RequestElement request, @Nullable Fault fault) {
        var from = date(request.textOf("searchDurationFrom"));
        var to = date(request.textOf("searchDurationTo"));
        if (from.isEmpty() || to.isEmpty() || tooLong(from.get(), to.get())) {
            return SoapAnswer.failure(LincolnService.STOCK_SEARCH, LincolnFailure.CONDITION_INVALID);
        }
        boolean byGroup = request.textOf("extractionProcedure").equals(BY_ROOM_GROUP);
        var wanted = request.textOf("netRmTypeGroupCode");
        return SoapAnswer.success(
                LincolnService.STOCK_SEARCH,
                fault,
                xml -> hotel.stock().groups().stream()
                        .filter(group ->
                                !byGroup || wanted.isEmpty() || group.code().equals(wanted))
                        .forEach(group -> from.get()
                                .datesUntil(to.get().plusDays(1))
                                .filter(hotel.stock()::holds)
                                .forEach(day ->
                                        stockRow(xml, group, hotel.stock().figure(group, day)))));
    }

    private static void stockRow(XmlWriting xml, RoomGroup group, StockFigure figure) {
        xml.open("netRmTypeGroupAndDailyStockStatusList")
                .element("netRmTypeGroupCode", group.code())
                .element("netRmTypeGroupName", group.name())
                .element("saleDate", DATE.format(figure.date()))
                .element("salesCount", 0)
                .element("remainingCount", figure.remainingCount())
                .element("salesStatus", figure.salesStatus())
                .close();
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static boolean tooLong(LocalDate from, LocalDate to) {
        return to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS;
    }
}
