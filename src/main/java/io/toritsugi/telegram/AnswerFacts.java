package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer says about itself. Of what it says twice, the first counts. */
final class AnswerFacts {

    private static final String BOOKING_INFO_OUTPUT = "5001";
    private static final Pattern SERVICE = Pattern.compile("pmsfc(\\d{4})\\.");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private @Nullable String service;
    private @Nullable String success;
    private @Nullable String reason;
    private @Nullable String outputId;
    private boolean fault;

    /** The element inside the SOAP body. */
    void service(String localName, String namespace) {
        if (service != null) {
            return;
        }
        var number = SERVICE.matcher(namespace);
        fault = localName.equals("Fault");
        if (fault || (localName.equals("executeResponse") && !number.find())) {
            // Without a namespace of theirs only the name can tell (domain notes §2: match by local name).
            service = BOOKING_INFO_OUTPUT;
        } else {
            service = localName.equals("executeResponse") ? number.group(1) : localName;
        }
    }

    void success(String text) {
        success = success == null ? text : success;
    }

    void reason(String text) {
        reason = reason == null ? text : reason;
    }

    void outputId(String text) {
        outputId = outputId == null ? text : outputId;
    }

    /** The output to confirm; null when there is none. */
    @Nullable
    String outputId() {
        return outputId == null || outputId.isBlank() ? null : outputId.strip();
    }

    boolean succeeded() {
        return !fault && isOurService() && "true".equals(success);
    }

    /** Whether nothing that follows can change whether the answer is taken. */
    boolean decided() {
        return succeeded() || (service != null && !isOurService());
    }

    /** Whether the answer has said that it did not succeed, rather than not having come to it. */
    boolean failed() {
        return fault || (success != null && !succeeded());
    }

    /** Why the answer is not taken, once all of it has been looked at. */
    Failure refusal() {
        if (service != null && !isOurService()) {
            return new Failure(
                    FailureCode.PARSE_OTHER_SERVICE,
                    TelegramSkim.STAGE,
                    Map.of("expected", BOOKING_INFO_OUTPUT, "found", ParseFailures.name(service)));
        }
        var found = fault ? "Fault" : success == null ? "" : success;
        // The reason is a code; a text could say anything, names included.
        var code = reason != null && CODE.matcher(reason.strip()).matches() ? reason.strip() : "";
        return new Failure(
                FailureCode.PARSE_ANSWER_FAILED,
                TelegramSkim.STAGE,
                Map.of("expected", "true", "found", ParseFailures.name(found), "failureReason", code));
    }

    private boolean isOurService() {
        return BOOKING_INFO_OUTPUT.equals(service);
    }
}
