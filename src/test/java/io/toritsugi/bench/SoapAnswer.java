package io.toritsugi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes telegrams as one BookingInfoOutput answer, each entity-escaped (domain notes §2). */
final class SoapAnswer {

    private SoapAnswer() {}

    static Path write(Path file, String outputId, List<DrawnBooking> bookings) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
                    <ns2:executeResponse xmlns:ns2="http://pmsfc5001.pmsfc50.pms.lincoln.seanuts.co.jp/"><return>
                    <commonResponse><isSuccess>true</isSuccess></commonResponse>
                    <configurationSettings><outputId>%s</outputId></configurationSettings>
                    """.formatted(outputId));
            for (var booking : bookings) {
                out.write("<bookingInfoList><infoTravelXML>");
                out.write(TelegramDocument.of(booking)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"));
                out.write("</infoTravelXML></bookingInfoList>\n");
            }
            out.write("</return></ns2:executeResponse></S:Body></S:Envelope>\n");
        }
        return file;
    }
}
