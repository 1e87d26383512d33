package io.toritsugi.simulator;

import java.nio.charset.StandardCharsets;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 */
record Answer(int status, String contentType, byte[] body) {

    private static final String PAGE = "<!DOCTYPE html>\n<html lang=\"ja\"><head><title>メンテナンス中</title></head>"
            + "<body><h1>ただいまメンテナンス中です</h1><p>しばらくしてから再度お試しください。<br></p></body></html>\n";

    static Answer xml(byte[] body) {
        return new Answer(200, "text/xml; charset=UTF-8", body);
    }

    static Answer soapFault(String code, String reason) {
        return new Answer(500, "text/xml; charset=UTF-8", SoapAnswer.fault(code, reason));
    }

    static Answer maintenancePage(int status) {
        return new Answer(status, "text/html; charset=UTF-8", PAGE.getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
