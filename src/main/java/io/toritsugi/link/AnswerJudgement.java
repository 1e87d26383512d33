package io.toritsugi.link;

import static io.toritsugi.failure.FailureCode.REMOTE_CREDENTIALS;
import static io.toritsugi.failure.FailureCode.REMOTE_HALF_ANSWER;
import static io.toritsugi.failure.FailureCode.REMOTE_HTML_PAGE;
import static io.toritsugi.failure.FailureCode.REMOTE_HTTP_STATUS;
import static io.toritsugi.failure.FailureCode.REMOTE_NOT_ACCEPTED;
import static io.toritsugi.failure.FailureCode.REMOTE_NOT_SOAP;
import static io.toritsugi.failure.FailureCode.REMOTE_READ_TIMEOUT;
import static io.toritsugi.failure.FailureCode.REMOTE_SOAP_FAULT;
import static io.toritsugi.failure.FailureCode.REMOTE_TOO_LARGE;
import static io.toritsugi.failure.FailureCode.REMOTE_TOO_MANY_REQUESTS;
import static io.toritsugi.failure.FailureCode.REMOTE_VERDICT_MISSING;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what an answer means. Nothing but {@code isSuccess} = {@code true} is a success (domain notes §2). */
final class AnswerJudgement {

    static final String STAGE = "call";

    /** Nothing found: for a search an empty result, no failure. */
    static final String NOTHING_FOUND = "E613";

    private static final String TOO_MANY_REQUESTS = "E013";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:-]{1,40}");
    private static final Pattern OF_CREDENTIALS =
            Pattern.compile("認証|パスワード|authenticat|password", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_TEXT = 200;
    private static final int OK = 200;
    private static final List<Integer> NOT_LET_IN = List.of(401, 403);

    private final RemoteService service;
    private final List<String> credentialCodes;

    AnswerJudgement(RemoteService service, List<String> credentialCodes) {
        this.service = service;
        this.credentialCodes = credentialCodes;
    }

    /**
     * Why the answer is no success; null when it is one.
     *
     * @param broken why it is not whole; null when it is
     */
    @Nullable
    RemoteFailedException refusal(int status, AnswerHead head, ReceivedAnswer.@Nullable Break broken) {
        if (broken == ReceivedAnswer.Break.TOO_LARGE) {
            return unknown(REMOTE_TOO_LARGE, Map.of());
        }
        if (head.isFault()) {
            return unknown(REMOTE_SOAP_FAULT, Map.of("reason", code(head.reason())));
        }
        if (NOT_LET_IN.contains(status)) {
            return refused(REMOTE_CREDENTIALS, Map.of("status", Integer.toString(status)));
        }
        if (status != OK) {
            return unknown(REMOTE_HTTP_STATUS, Map.of("status", Integer.toString(status)));
        }
        if (head.isHtml()) {
            return unknown(REMOTE_HTML_PAGE, Map.of());
        }
        if (head.success() == null && broken != null) {
            return unknown(
                    broken == ReceivedAnswer.Break.TOO_SLOW ? REMOTE_READ_TIMEOUT : REMOTE_HALF_ANSWER, Map.of());
        }
        if (!head.isAnswerOf(service)) {
            return unknown(REMOTE_NOT_SOAP, Map.of());
        }
        if (head.success() == null) {
            return unknown(REMOTE_VERDICT_MISSING, Map.of());
        }
        if (broken != null && service.needsWholeAnswer()) {
            return unknown(REMOTE_HALF_ANSWER, Map.of());
        }
        return "true".equals(head.success()) ? null : notAccepted(head);
    }

    private RemoteFailedException notAccepted(AnswerHead head) {
        var facts = new HashMap<String, String>();
        facts.put("reason", code(head.reason()));
        facts.put("text", shortened(head.description()));
        if (head.reason().equals(TOO_MANY_REQUESTS)) {
            return refused(REMOTE_TOO_MANY_REQUESTS, facts);
        }
        boolean credentials = credentialCodes.contains(head.reason())
                || OF_CREDENTIALS.matcher(head.description()).find();
        return refused(credentials ? REMOTE_CREDENTIALS : REMOTE_NOT_ACCEPTED, facts);
    }

    private RemoteFailedException unknown(FailureCode code, Map<String, String> facts) {
        return failed(code, facts, Fate.UNKNOWN);
    }

    private RemoteFailedException refused(FailureCode code, Map<String, String> facts) {
        return failed(code, facts, Fate.REFUSED);
    }

    private RemoteFailedException failed(FailureCode code, Map<String, String> facts, Fate fate) {
        var all = new HashMap<>(facts);
        all.put("service", service.spelling());
        return new RemoteFailedException(new Failure(code, STAGE, all), fate);
    }

    /** A code and nothing else: what stands in its place could be anything. */
    static String code(String text) {
        return CODE.matcher(text).matches() ? text : "";
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + "…" : line;
    }
}
