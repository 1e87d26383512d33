package io.toritsugi.conformance.testbuild;

import io.toritsugi.conformance.suite.Wording;
import io.toritsugi.failure.SwallowedFailures;
import io.toritsugi.intake.IgnoredUniqueKey;
import io.toritsugi.intake.LateStore;
import io.toritsugi.intake.OrderOfArrival;
import io.toritsugi.inventory.NeverReleased;
import io.toritsugi.reservation.BlockedHotel;
import io.toritsugi.reservation.ForgottenPrices;
import io.toritsugi.reservation.SecondReservation;
import java.util.List;
import java.util.Locale;

/** The faults that a test build can be given, one at a time, and the cases of the suite that must notice each. */
public enum Sabotage {
    ACKNOWLEDGE_BEFORE_COMMIT(
            "telegramStore",
            "store",
            new LateStore(),
            new Wording("コミット前に応答する", "acknowledges a second before it stores"),
            "new-two-nights"),
    ACKNOWLEDGE_BEFORE_FLUSH(
            new UnflushedCommits(),
            new Wording("ディスクに書く前にコミット済みとする", "calls committed what is not on the disk yet"),
            "restart-in-a-batch"),
    IGNORE_UNIQUE_KEY(
            new IgnoredUniqueKey(),
            new Wording("電文の一意キーを無視する", "does without the unique key of a telegram"),
            "duplicate-delivery",
            "acknowledgement-lost"),
    DROP_ORDERING(
            "telegramTable",
            "ofBookings",
            new OrderOfArrival(),
            new Wording("送信順ではなく到着順に処理する", "takes the order of arrival for the order of sending"),
            "modification-before-new"),
    SWALLOW_FAILURES(
            "importCache",
            "keep",
            new SwallowedFailures(),
            new Wording("失敗した電文を記録しない", "keeps no record of what failed"),
            "unmapped-room",
            "unparseable",
            "invalid-reservation"),
    MODIFICATION_AS_SECOND_RESERVATION(
            "reservationStore",
            "write",
            new SecondReservation(),
            new Wording("変更を別の予約として書く", "writes a modification as a second reservation"),
            "move-dates",
            "change-guest"),
    NEVER_RELEASE_INVENTORY(
            "inventoryStore",
            "apply",
            new NeverReleased(),
            new Wording("在庫を戻さない", "never gives rooms back"),
            "cancel",
            "remove-room"),
    FORGET_PRICES_BY_NIGHT(
            "reservationStore",
            "write",
            new ForgottenPrices(),
            new Wording("泊ごとの料金を初日の料金にする", "writes the first night's price for every night"),
            "three-rooms-two-rates"),
    REFUSED_BOOKING_BLOCKS_ITS_HOTEL(
            "settleBatch",
            "settle",
            new BlockedHotel(),
            new Wording("不良電文がホテル全体を止める", "lets one refused booking hold up its hotel"),
            "one-bad-among-50");

    private final String bean;
    private final String method;
    private final Tampering tampering;
    private final Wording what;
    private final List<String> noticedBy;

    /** Of the database, by what it does when it is switched on and off. */
    Sabotage(Tampering tampering, Wording what, String... noticedBy) {
        this("", "", tampering, what, noticedBy);
    }

    /** Of a bean's method. */
    Sabotage(String bean, String method, Tampering tampering, Wording what, String... noticedBy) {
        this.bean = bean;
        this.method = method;
        this.tampering = tampering;
        this.what = what;
        this.noticedBy = List.of(noticedBy);
    }

    Tampering tampering() {
        return tampering;
    }

    Wording what() {
        return what;
    }

    /** The cases that fail for certain. */
    List<String> noticedBy() {
        return noticedBy;
    }

    /** As in the documents. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean concerns(String beanName) {
        return bean.equals(beanName);
    }

    boolean concerns(String beanName, String methodName) {
        return bean.equals(beanName) && method.equals(methodName);
    }
}
