package io.toritsugi.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample telegrams, and answers built of whatever a test needs. */
final class SampleTelegrams {

    static final String OUR_NAMESPACE = "http://pmsfc5001.pmsfc50.pms.lincoln.seanuts.co.jp/";

    private SampleTelegrams() {}

    static byte[] bytes(String name) {
        try (var stream = SampleTelegrams.class.getResourceAsStream("/samples/" + name + ".xml")) {
            if (stream == null) {
                throw new IllegalArgumentException("No sample is called " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A small telegram with this number, and this in its remarks. */
    static String telegram(String dataId, String remark) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <AllotmentBookingReport>
                  <TransactionType>
                    <DataFrom>FromTravelAgency</DataFrom>
                    <DataClassification>NewBookReport</DataClassification>
                    <DataID>%s</DataID>
                    <SystemDate>2027-01-10</SystemDate>
                    <SystemTime>09:12:41</SystemTime>
                  </TransactionType>
                  <SalesOfficeInformation>
                    <SalesOfficeCompanyName>じゃらんnet</SalesOfficeCompanyName>
                    <SalesOfficeCode>066</SalesOfficeCode>
                  </SalesOfficeInformation>
                  <BasicInformation>
                    <TravelAgencyBookingNumber>0XSMPL11</TravelAgencyBookingNumber>
                    <SpecialServiceRequest>%s</SpecialServiceRequest>
                  </BasicInformation>
                </AllotmentBookingReport>
                """.formatted(dataId, remark);
    }

    static String escaped(String document) {
        return document.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String cdata(String document) {
        return "<![CDATA[" + document.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    static String list(String content) {
        return "<bookingInfoList><infoTravelXML>" + content + "</infoTravelXML></bookingInfoList>";
    }

    /** An answer of BookingInfoOutput with this inside {@code return}. */
    static String answer(String content) {
        return answer(OUR_NAMESPACE, content);
    }

    static String answer(String namespace, String content) {
        return "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><ns2:executeResponse xmlns:ns2=\""
                + namespace + "\"><return>" + content + "</return></ns2:executeResponse></S:Body></S:Envelope>";
    }

    /** The part of an answer that says that it succeeded. */
    static String success() {
        return "<commonResponse><isSuccess>true</isSuccess></commonResponse>";
    }

    static String succeeded(String... lists) {
        return answer(success() + String.join("", lists));
    }
}
