package io.toritsugi.failure;

import static io.toritsugi.failure.FailureClass.DUPLICATE;
import static io.toritsugi.failure.FailureClass.NO_AVAILABILITY;
import static io.toritsugi.failure.FailureClass.OUT_OF_ORDER;
import static io.toritsugi.failure.FailureClass.PARSE;
import static io.toritsugi.failure.FailureClass.REMOTE;
import static io.toritsugi.failure.FailureClass.ROOM_MAPPING;
import static io.toritsugi.failure.FailureClass.SYSTEM;
import static io.toritsugi.failure.FailureClass.VALIDATION;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every way in which a telegram can fail. The words for people (message, cause, remedy; Japanese and English) stand under
 * the same code in {@code failure/catalogue.yaml}; {@link FailureCatalogue} joins the two.
 */
public enum FailureCode {
    PARSE_EMPTY("parse.empty", PARSE, Healing.BY_PERSON),
    PARSE_NOT_XML("parse.not_xml", PARSE, Healing.BY_PERSON),
    PARSE_DOCTYPE("parse.doctype", PARSE, Healing.BY_PERSON),
    PARSE_WRONG_ROOT("parse.wrong_root", PARSE, Healing.BY_PERSON),
    PARSE_CUT_OFF("parse.cut_off", PARSE, Healing.BY_PERSON),
    PARSE_ILLEGAL_CHARACTER("parse.illegal_character", PARSE, Healing.BY_PERSON),
    PARSE_ENCODING("parse.encoding", PARSE, Healing.BY_PERSON),
    PARSE_TOO_LARGE("parse.too_large", PARSE, Healing.BY_PERSON),
    PARSE_LIMIT("parse.limit", PARSE, Healing.BY_PERSON),
    PARSE_TIME("parse.time", PARSE, Healing.BY_PERSON),
    PARSE_REMAINDER("parse.remainder", PARSE, Healing.BY_PERSON),
    PARSE_ANSWER_FAILED("parse.answer_failed", PARSE, Healing.BY_PERSON),
    PARSE_OTHER_SERVICE("parse.other_service", PARSE, Healing.BY_PERSON),

    HOTEL_NOT_ALLOWED("intake.hotel_not_allowed", VALIDATION, Healing.BY_PERSON),

    DATA_ID_MISSING("validation.data_id_missing", VALIDATION, Healing.BY_PERSON),
    BOOKING_NUMBER_MISSING("validation.booking_number_missing", VALIDATION, Healing.BY_PERSON),
    CLASSIFICATION_UNKNOWN("validation.classification_unknown", VALIDATION, Healing.BY_PERSON),
    SENT_AT_INVALID("validation.sent_at_invalid", VALIDATION, Healing.BY_PERSON),
    CHECK_IN_MISSING("validation.check_in_missing", VALIDATION, Healing.BY_PERSON),
    DATE_INVALID("validation.date_invalid", VALIDATION, Healing.BY_PERSON),
    NUMBER_INVALID("validation.number_invalid", VALIDATION, Healing.BY_PERSON),
    CHECK_OUT_UNKNOWN("validation.check_out_unknown", VALIDATION, Healing.BY_PERSON),
    CHECK_OUT_NOT_AFTER_CHECK_IN("validation.check_out_not_after_check_in", VALIDATION, Healing.BY_PERSON),
    STAY_TOO_LONG("validation.stay_too_long", VALIDATION, Healing.BY_PERSON),
    ROOMS_MISSING("validation.rooms_missing", VALIDATION, Healing.BY_PERSON),
    ROOM_CODE_MISSING("validation.room_code_missing", VALIDATION, Healing.BY_PERSON),
    NIGHTS_MISSING("validation.nights_missing", VALIDATION, Healing.BY_PERSON),
    NIGHTS_SURPLUS("validation.nights_surplus", VALIDATION, Healing.BY_PERSON),
    ROOMS_TOO_MANY("validation.rooms_too_many", VALIDATION, Healing.BY_PERSON),
    RATES_MISSING("validation.rates_missing", VALIDATION, Healing.BY_PERSON),
    TEXT_TOO_LONG("validation.text_too_long", VALIDATION, Healing.BY_PERSON),
    RESERVATION_ARRIVED("reservation.arrived", VALIDATION, Healing.BY_PERSON),

    UNKNOWN_ROOM_CODE("mapping.unknown_code", ROOM_MAPPING, Healing.BY_EVENT_OR_PERSON),

    NO_ROOM_FREE("availability.full", NO_AVAILABILITY, Healing.BY_EVENT_OR_PERSON),

    DUPLICATE_SAME("duplicate.same_content", DUPLICATE, Healing.NOTHING_TO_HEAL),
    DUPLICATE_OTHER_CONTENT("duplicate.other_content", DUPLICATE, Healing.NOTHING_TO_HEAL),

    UNKNOWN_BOOKING("order.unknown_booking", OUT_OF_ORDER, Healing.BY_EVENT),
    STALE("order.stale", OUT_OF_ORDER, Healing.NOTHING_TO_HEAL),
    AFTER_CANCELLATION("order.after_cancellation", OUT_OF_ORDER, Healing.BY_EVENT_OR_PERSON),

    REMOTE_HOST_UNKNOWN("remote.host_unknown", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_REFUSED("remote.refused", REMOTE, Healing.BY_RETRY),
    REMOTE_UNREACHABLE("remote.unreachable", REMOTE, Healing.BY_RETRY),
    REMOTE_CONNECT_TIMEOUT("remote.connect_timeout", REMOTE, Healing.BY_RETRY),
    REMOTE_READ_TIMEOUT("remote.read_timeout", REMOTE, Healing.BY_RETRY),
    REMOTE_TLS("remote.tls", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_ANSWER_LOST("remote.answer_lost", REMOTE, Healing.BY_RETRY),
    REMOTE_HALF_ANSWER("remote.half_answer", REMOTE, Healing.BY_RETRY),
    REMOTE_HTTP_STATUS("remote.http_status", REMOTE, Healing.BY_RETRY),
    REMOTE_HTML_PAGE("remote.html_page", REMOTE, Healing.BY_RETRY),
    REMOTE_SOAP_FAULT("remote.soap_fault", REMOTE, Healing.BY_RETRY),
    REMOTE_NOT_SOAP("remote.not_soap", REMOTE, Healing.BY_RETRY),
    REMOTE_VERDICT_MISSING("remote.verdict_missing", REMOTE, Healing.BY_RETRY),
    REMOTE_TOO_LARGE("remote.too_large", REMOTE, Healing.BY_RETRY),
    REMOTE_TOO_MANY_REQUESTS("remote.too_many_requests", REMOTE, Healing.BY_RETRY),
    REMOTE_NOT_ACCEPTED("remote.not_accepted", REMOTE, Healing.BY_RETRY),
    REMOTE_CREDENTIALS("remote.credentials", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_NO_CREDENTIALS("remote.no_credentials", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_KEYS_LOST("remote.keys_lost", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_BACKING_OFF("remote.backing_off", REMOTE, Healing.BY_RETRY),
    REMOTE_CIRCUIT_OPEN("remote.circuit_open", REMOTE, Healing.BY_RETRY),
    REMOTE_RATE_LIMITED("remote.rate_limited", REMOTE, Healing.BY_RETRY),
    REMOTE_BUSY("remote.busy", REMOTE, Healing.BY_RETRY),
    REMOTE_NOT_CONFIRMED("remote.not_confirmed", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_STOP_SELL("remote.stop_sell", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_STOCK_DIFFERS("remote.stock_differs", REMOTE, Healing.BY_EVENT_OR_PERSON),
    REMOTE_STOCK_NOT_COMPARED("remote.stock_not_compared", REMOTE, Healing.BY_EVENT_OR_PERSON),

    PARTNER_SERVER("remote.partner_server", REMOTE, Healing.BY_RETRY),

    FILES_STUCK("system.files_stuck", SYSTEM, Healing.BY_RETRY),
    AVAILABILITY_DRIFTED("system.availability_drifted", SYSTEM, Healing.BY_RETRY),
    INVENTORY_DRIFTED("system.inventory_drifted", SYSTEM, Healing.BY_PERSON),
    DATABASE_UNAVAILABLE("system.database", SYSTEM, Healing.BY_RETRY),
    UNEXPECTED("system.unexpected", SYSTEM, Healing.BY_RETRY);

    private static final Map<String, FailureCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FailureCode::code, Function.identity()));

    private final String code;
    private final FailureClass failureClass;
    private final Healing healing;

    FailureCode(String code, FailureClass failureClass, Healing healing) {
        this.code = code;
        this.failureClass = failureClass;
        this.healing = healing;
    }

    /** The stable code, as in the API and in the catalogue. Never changes once published. */
    public String code() {
        return code;
    }

    public FailureClass failureClass() {
        return failureClass;
    }

    public Healing healing() {
        return healing;
    }

    /** Whether trying again without a person may help. */
    public boolean retryable() {
        return healing == Healing.BY_RETRY || healing == Healing.BY_EVENT || healing == Healing.BY_EVENT_OR_PERSON;
    }

    /**
     * The failure code that is spelled so.
     *
     * @throws IllegalArgumentException when the catalogue has no such code
     */
    public static FailureCode of(String code) {
        var found = BY_CODE.get(code);
        if (found == null) {
            throw new IllegalArgumentException("No failure code is spelled \"" + code + "\"");
        }
        return found;
    }

    /** Whether a failure code is spelled so. */
    static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    /** What it takes to get over a failure. */
    public enum Healing {
        /** Time alone may do it. */
        BY_RETRY,
        /** Another telegram or a change elsewhere does it; nobody has to be called yet. */
        BY_EVENT,
        /** A change elsewhere does it, and that change is usually a person's. */
        BY_EVENT_OR_PERSON,
        /** Only a person can do it. */
        BY_PERSON,
        /** It is no open failure at all: told to the sender, kept, done. */
        NOTHING_TO_HEAL;

        /** Whether somebody should be told at once. */
        public boolean needsPerson() {
            return this == BY_PERSON || this == BY_EVENT_OR_PERSON;
        }
    }
}
