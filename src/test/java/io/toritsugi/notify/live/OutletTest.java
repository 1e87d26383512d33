package io.toritsugi.notify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.notify.live.LiveMessages.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutletTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Outlet.Result> underWay = new ArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final Outlet outlet = new Outlet(
            new Outlet.Wire() {
                @Override
                public void send(String text, Outlet.Result result) {
                    sent.add(text);
                    underWay.add(result);
                }

                @Override
                public void abandon() {
                    abandoned.incrementAndGet();
                }
            },
            new LiveSettings(Duration.ofDays(2), Duration.ZERO, Duration.ZERO, 3, 100, 10));

    @Test
    void one_message_is_on_its_way_at_a_time_and_no_more_wait_than_there_is_room_for() {
        assertThat(List.of(offer("1"), offer("2"), offer("3"), offer("4"))).containsOnly(true);
        assertThat(offer("5")).isFalse();
        assertThat(sent).containsExactly("1");

        out();

        assertThat(sent).containsExactly("1", "2");
        assertThat(offer("6")).isTrue();
        assertThat(offer("7")).isFalse();
    }

    @Test
    void long_messages_need_their_room_too() {
        offer("1");

        assertThat(offer("a".repeat(60))).isTrue();
        assertThat(offer("b".repeat(60))).isFalse();
    }

    @Test
    void a_message_longer_than_the_queue_goes_when_nothing_else_waits() {
        assertThat(offer("a".repeat(1000))).isTrue();
    }

    @Test
    void more_is_asked_for_once_nothing_waits() {
        var asked = new AtomicInteger();
        offer("1");
        offer("2");
        outlet.onceEmpty(asked::incrementAndGet);

        out();
        assertThat(asked).hasValue(0);
        out();

        assertThat(asked).hasValue(1);
        outlet.onceEmpty(asked::incrementAndGet);
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_wire_that_fails_is_abandoned_and_nothing_is_kept_for_it() {
        offer("1");
        offer("2");

        underWay.get(0).sent(false);

        assertThat(abandoned).hasValue(1);
        assertThat(offer("3")).isTrue();
        assertThat(sent).containsExactly("1");
    }

    @Test
    void ten_thousand_messages_that_are_out_at_once_do_not_pile_up_calls() {
        var first = new ArrayList<Outlet.Result>();
        var counted = new AtomicInteger();
        var direct = new Outlet(
                new Outlet.Wire() {
                    @Override
                    public void send(String text, Outlet.Result result) {
                        if (counted.incrementAndGet() == 1) {
                            first.add(result);
                        } else {
                            result.sent(true);
                        }
                    }

                    @Override
                    public void abandon() {
                        abandoned.incrementAndGet();
                    }
                },
                new LiveSettings(Duration.ofDays(2), Duration.ZERO, Duration.ZERO, 20_000, 1_000_000, 10));
        for (int message = 0; message < 10_000; message++) {
            direct.offer(new Message("x"));
        }

        first.get(0).sent(true);

        assertThat(counted).hasValue(10_000);
    }

    private boolean offer(String text) {
        return outlet.offer(new Message(text));
    }

    private void out() {
        underWay.get(underWay.size() - 1).sent(true);
    }
}
