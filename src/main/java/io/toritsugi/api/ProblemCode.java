package io.toritsugi.api;

import org.springframework.http.HttpStatus;

/**
 * Every way in which a call can be refused. The words for people stand under the same code in the section {@code problems}
 * of {@code failure/catalogue.yaml}; how a telegram can fail is {@code io.toritsugi.failure.FailureCode}.
 */
public enum ProblemCode {
    UNAUTHENTICATED("access.unauthenticated", HttpStatus.UNAUTHORIZED),
    BAD_CREDENTIALS("access.bad_credentials", HttpStatus.UNAUTHORIZED),
    TOO_MANY_SIGN_INS("access.too_many_attempts", HttpStatus.TOO_MANY_REQUESTS),
    FORBIDDEN("access.forbidden", HttpStatus.FORBIDDEN),
    FORBIDDEN_HOTEL("access.forbidden_hotel", HttpStatus.FORBIDDEN),
    CSRF("access.csrf", HttpStatus.FORBIDDEN),
    API_KEY_UNKNOWN("access.api_key_unknown", HttpStatus.NOT_FOUND),

    REQUEST_INVALID("request.invalid", HttpStatus.BAD_REQUEST),
    REQUEST_UNREADABLE("request.unreadable", HttpStatus.BAD_REQUEST),
    REQUEST_NOT_FOUND("request.not_found", HttpStatus.NOT_FOUND),
    REQUEST_METHOD("request.method", HttpStatus.METHOD_NOT_ALLOWED),
    REQUEST_NOT_ACCEPTABLE("request.not_acceptable", HttpStatus.NOT_ACCEPTABLE),
    REQUEST_MEDIA_TYPE("request.media_type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    REQUEST_TOO_LARGE("request.too_large", HttpStatus.PAYLOAD_TOO_LARGE),
    REQUEST_REFUSED("request.refused", HttpStatus.BAD_REQUEST),

    HOTEL_UNKNOWN("hotel.unknown", HttpStatus.NOT_FOUND),
    ROOM_TYPE_UNKNOWN("room_type.unknown", HttpStatus.NOT_FOUND),
    ROOM_TYPE_NOT_OF_HOTEL("room_type.not_of_hotel", HttpStatus.UNPROCESSABLE_ENTITY),
    ROOM_UNKNOWN("room.unknown", HttpStatus.NOT_FOUND),
    OUT_OF_ORDER_UNKNOWN("room.out_of_order_unknown", HttpStatus.NOT_FOUND),
    OUT_OF_ORDER_OVERLAP("room.out_of_order_overlap", HttpStatus.CONFLICT),
    CALENDAR_PAST("calendar.past", HttpStatus.UNPROCESSABLE_ENTITY),
    CALENDAR_TOO_FAR("calendar.too_far", HttpStatus.UNPROCESSABLE_ENTITY),
    MAPPING_UNKNOWN("mapping.unknown", HttpStatus.NOT_FOUND),
    MAPPING_OVERLAP("mapping.overlap", HttpStatus.CONFLICT),
    HIERARCHY_CYCLE("hierarchy.cycle", HttpStatus.UNPROCESSABLE_ENTITY),
    HIERARCHY_UNKNOWN_TYPE("hierarchy.unknown_type", HttpStatus.UNPROCESSABLE_ENTITY),
    HIERARCHY_DUPLICATE_EDGE("hierarchy.duplicate_edge", HttpStatus.UNPROCESSABLE_ENTITY),
    HIERARCHY_EDGE_UNKNOWN("hierarchy.edge_unknown", HttpStatus.NOT_FOUND),
    HIERARCHY_STALE("hierarchy.stale", HttpStatus.PRECONDITION_FAILED),
    HIERARCHY_NOTHING_TO_UNDO("hierarchy.nothing_to_undo", HttpStatus.CONFLICT),
    HIERARCHY_UNDO_OUTDATED("hierarchy.undo_outdated", HttpStatus.CONFLICT),
    MAPPING_ITEMS_REFUSED("mapping.items_refused", HttpStatus.CONFLICT),
    ROOM_TYPE_GROUP_UNKNOWN("room_type_group.unknown", HttpStatus.NOT_FOUND),
    ROOM_MASTER_NOT_FETCHED("room_master.not_fetched", HttpStatus.BAD_GATEWAY),

    INTAKE_EMPTY("intake.empty", HttpStatus.BAD_REQUEST),
    INTAKE_TOO_LARGE("intake.too_large", HttpStatus.PAYLOAD_TOO_LARGE),
    INTAKE_TOO_SLOW("intake.too_slow", HttpStatus.REQUEST_TIMEOUT),
    INTAKE_BROKEN_OFF("intake.broken_off", HttpStatus.BAD_REQUEST),
    INTAKE_RATE_LIMITED("intake.rate_limited", HttpStatus.TOO_MANY_REQUESTS),
    DELIVERY_UNKNOWN("intake.delivery_unknown", HttpStatus.NOT_FOUND),

    CONNECTION_UNKNOWN("connection.unknown", HttpStatus.NOT_FOUND),
    MAINTENANCE_UNKNOWN("connection.maintenance_unknown", HttpStatus.NOT_FOUND),
    OUTPUT_UNKNOWN("output.unknown", HttpStatus.NOT_FOUND),
    OUTPUT_CONFIRMED("output.confirmed", HttpStatus.CONFLICT),
    OUTPUT_WAITING("output.waiting", HttpStatus.CONFLICT),
    STOP_SELL_UNKNOWN("stop_sell.unknown", HttpStatus.NOT_FOUND),
    STOP_SELL_DECIDED("stop_sell.decided", HttpStatus.CONFLICT),
    STOP_SELL_NOT_FAILED("stop_sell.not_failed", HttpStatus.CONFLICT),
    STOP_SELL_OVERLAP("stop_sell.overlap", HttpStatus.CONFLICT),
    STOP_SELL_NO_GROUP("stop_sell.no_group", HttpStatus.UNPROCESSABLE_ENTITY),
    RECONCILIATION_UNKNOWN("stock.reconciliation_unknown", HttpStatus.NOT_FOUND),
    SFTP_PARTNER_UNKNOWN("sftp.partner_unknown", HttpStatus.NOT_FOUND),
    SFTP_PARTNER_CONFIGURED("sftp.partner_configured", HttpStatus.CONFLICT),

    RESERVATION_UNKNOWN("reservation.unknown", HttpStatus.NOT_FOUND),
    RESERVATION_NOT_MOVABLE("reservation.not_movable", HttpStatus.CONFLICT),
    RESERVATION_TYPE_NOT_FREE("reservation.type_not_free", HttpStatus.CONFLICT),
    TELEGRAM_UNKNOWN("telegram.unknown", HttpStatus.NOT_FOUND),
    CASCADE_UNKNOWN("cascade.unknown", HttpStatus.NOT_FOUND),
    CASCADE_OUTDATED("cascade.outdated", HttpStatus.CONFLICT),
    CASCADE_CLOSED("cascade.closed", HttpStatus.CONFLICT),
    CASCADE_NOT_UNDOABLE("cascade.not_undoable", HttpStatus.CONFLICT),
    FAILURE_UNKNOWN("failure.unknown", HttpStatus.NOT_FOUND),
    FAILURE_CLOSED("failure.closed", HttpStatus.CONFLICT),
    FAILURE_TOO_LONG("failure.too_long", HttpStatus.CONFLICT),
    FAILURE_NOT_READABLE("failure.not_readable", HttpStatus.CONFLICT),
    FAILURE_NOT_EDITABLE("failure.not_editable", HttpStatus.CONFLICT),
    FAILURE_NOTHING_TO_ASSIGN("failure.nothing_to_assign", HttpStatus.CONFLICT),
    FAILURE_NOTHING_TO_MAP("failure.nothing_to_map", HttpStatus.CONFLICT),
    FAILURE_TYPE_NOT_FREE("failure.type_not_free", HttpStatus.CONFLICT),
    FAILURE_EDIT_INVALID("failure.edit_invalid", HttpStatus.UNPROCESSABLE_ENTITY),
    BULK_UNKNOWN("bulk.unknown", HttpStatus.NOT_FOUND),
    BULK_EMPTY("bulk.empty", HttpStatus.UNPROCESSABLE_ENTITY),
    BULK_TOO_MANY("bulk.too_many", HttpStatus.UNPROCESSABLE_ENTITY),
    BULK_NOT_PAUSED("bulk.not_paused", HttpStatus.CONFLICT),
    BULK_CLOSED("bulk.closed", HttpStatus.CONFLICT),
    BULK_CANCELLED("bulk.cancelled", HttpStatus.CONFLICT),
    NOTIFICATION_UNKNOWN("notification.unknown", HttpStatus.NOT_FOUND),
    NOTIFICATION_CLOSED("notification.closed", HttpStatus.CONFLICT),
    LIVE_FOREIGN_ORIGIN("live.foreign_origin", HttpStatus.FORBIDDEN),
    LIVE_UNREADABLE("live.unreadable", HttpStatus.BAD_REQUEST),
    LIVE_UNKNOWN_TOPIC("live.unknown_topic", HttpStatus.NOT_FOUND),
    ROUTE_UNKNOWN("route.unknown", HttpStatus.NOT_FOUND),
    ROUTE_REFUSED("route.refused", HttpStatus.CONFLICT),

    CONFLICT_VERSION("conflict.version", HttpStatus.CONFLICT),
    SYSTEM_DATABASE("system.database", HttpStatus.SERVICE_UNAVAILABLE),
    SYSTEM_UNEXPECTED("system.unexpected", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String code;
    private final HttpStatus status;

    ProblemCode(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    /** The stable code, as in the problem document. Never changes once published. */
    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }
}
