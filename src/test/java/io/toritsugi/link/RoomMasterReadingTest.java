package io.toritsugi.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class RoomMasterReadingTest {

    @Test
    void a_row_is_known_by_what_it_holds_and_not_by_what_it_is_called() throws Exception {
        var rows = read("""
                <netRoomTypeMasterList>
                  <agtCode>66</agtCode><netAgtRmTypeCode> 0002 </netAgtRmTypeCode><netAgtRmTypeName>ﾂｲﾝ</netAgtRmTypeName>
                  <netRmTypeGroupCode>2</netRmTypeGroupCode><isStockAdjustable>1</isStockAdjustable>
                  <lincolnUseFlag>0</lincolnUseFlag>
                </netRoomTypeMasterList>
                <anyOtherName><lincolnUseFlag>true</lincolnUseFlag><netAgtRmTypeCode>0003</netAgtRmTypeCode>
                  <agtCode>66</agtCode><rmTypeCode/></anyOtherName>""");

        assertThat(rows)
                .containsExactly(
                        new RoomMasterRow("66", "0002", "ﾂｲﾝ", "2", null, null, null, true, false),
                        new RoomMasterRow("66", "0003", null, null, null, null, null, false, true));
    }

    @Test
    void a_row_without_agent_or_code_is_none_and_of_a_double_one_the_first_counts() throws Exception {
        var rows = read("""
                <list><agtCode>66</agtCode><netAgtRmTypeName>A</netAgtRmTypeName></list>
                <list><netAgtRmTypeCode>0002</netAgtRmTypeCode></list>
                <list><agtCode>66</agtCode><netAgtRmTypeCode>0002</netAgtRmTypeCode><netAgtRmTypeName>B</netAgtRmTypeName></list>
                <list><agtCode>66</agtCode><netAgtRmTypeCode>0002</netAgtRmTypeCode><netAgtRmTypeName>C</netAgtRmTypeName></list>""");

        assertThat(rows).extracting(RoomMasterRow::name).containsExactly("B");
    }

    @Test
    void a_list_that_breaks_off_is_no_list() {
        var half = answer("<list><agtCode>66</agtCode><netAgtRmTypeCode>0002</netAgtRmTypeCode></list>")
                .replace("</return></ns2:executeResponse></S:Body></S:Envelope>", "");

        assertThatThrownBy(() -> RoomMasterReading.read(bytes(half), null, 10)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void more_rows_than_any_hotel_has_are_not_taken() {
        var many = answer("<l><agtCode>1</agtCode><netAgtRmTypeCode>1</netAgtRmTypeCode></l>"
                + "<l><agtCode>1</agtCode><netAgtRmTypeCode>2</netAgtRmTypeCode></l>");

        assertThatThrownBy(() -> RoomMasterReading.read(bytes(many), null, 1))
                .isInstanceOf(RoomMasterReading.TooManyRowsException.class);
    }

    private static List<RoomMasterRow> read(String rows) throws XMLStreamException {
        return RoomMasterReading.read(bytes(answer(rows)), "UTF-8", 10);
    }

    private static String answer(String rows) {
        return """
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>\
                <ns2:executeResponse xmlns:ns2="http://pmsfc1002.pmsfc10.pms.lincoln.seanuts.co.jp/"><return>\
                <commonResponse><isSuccess>true</isSuccess></commonResponse>""" + rows + "</return></ns2:executeResponse></S:Body></S:Envelope>";
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
