package io.toritsugi.stopsell;

/** What is said to people about stock; the words stand under the same code in the section {@code stock} of the catalogue. */
enum StockWord {
    /** Why something was proposed. */
    NO_AVAILABILITY("no_availability"),
    ROOMS_FREE("rooms_free"),
    BY_HAND("by_hand"),

    /** What was decided about a telegram's nights, or a proposal. */
    PROPOSED("proposed"),
    ALREADY_STOPPED("already_stopped"),
    ALREADY_PROPOSED("already_proposed"),
    DECLINED("declined"),
    NOT_LINKED("not_linked"),
    NO_GROUP("no_group"),
    PAST("past"),
    ROOMS_FREE_AGAIN("rooms_free_again"),
    FULL_AGAIN("full_again"),

    /** How TL-Lincoln's stock differs from ours. */
    SELLS_MORE("sells_more"),
    SELLS_FEWER("sells_fewer"),
    OPEN_THOUGH_FULL("open_though_full"),
    OPEN_THOUGH_STOPPED("open_though_stopped"),
    STOPPED_THOUGH_FREE("stopped_though_free"),
    GROUP_UNMAPPED("group_unmapped"),
    GROUP_UNKNOWN_THERE("group_unknown_there"),
    TYPE_WITHOUT_GROUP("type_without_group"),
    NIGHT_MISSING("night_missing"),
    FIGURE_MISSING("figure_missing");

    private final String code;

    StockWord(String code) {
        this.code = code;
    }

    /** The stable code, as in the API, the database and the catalogue. */
    String code() {
        return code;
    }
}
