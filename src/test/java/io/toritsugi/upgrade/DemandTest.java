package io.toritsugi.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.database.TestDatabase;
import io.toritsugi.upgrade.DemandModel.PickUp;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemandTest {

    private static final int TYPE = 7;

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static HikariDataSource pool;
    private static JdbcClient jdbc;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private int hotel;
    private int type;

    @BeforeAll
    static void open() {
        pool = TestDatabase.fresh();
        jdbc = JdbcClient.create(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void a_hotel() {
        hotel = jdbc.sql("insert into hotel (code, name) values ('D' || :number, 'demand') returning id")
                .param("number", System.nanoTime())
                .query(Integer.class)
                .single();
        type = jdbc.sql("""
                        insert into room_type (hotel_id, code, name, capacity, base_rate)
                        values (:hotel, 'TWN', 'twin', 2, 10000) returning id
                        """).param("hotel", hotel).query(Integer.class).single();
    }

    @Test
    void the_probabilities_are_those_of_a_poisson_distribution() {
        assertThat(DemandModel.atLeast(2))
                .startsWith(new double[] {0.864665, 0.593994, 0.323324, 0.142877}, within(1e-6));
        assertThat(DemandModel.atLeast(0)).isEmpty();
        assertThat(DemandModel.atLeast(100_000)).hasSizeBetween(700, 1000);
    }

    @Test
    void only_bookings_of_the_weekday_and_no_earlier_than_the_lead_count() {
        // Four weeks: on Mondays two rooms were booked five days ahead, and one forty days ahead.
        var model = new DemandModel(
                day(TODAY),
                28,
                List.of(new PickUp(TYPE, 1, 5, 8), new PickUp(TYPE, 1, 40, 4), new PickUp(TYPE, 2, 0, 400)));
        var demand = model.of(TYPE);

        assertThat(demand.displaced(day(TODAY.plusWeeks(1)), 1, 1)).isCloseTo(1 - Math.exp(-2), within(1e-9));
        assertThat(demand.displaced(day(TODAY.plusWeeks(8)), 1, 1)).isCloseTo(1 - Math.exp(-3), within(1e-9));
        assertThat(demand.displaced(day(TODAY), 1, 1)).isZero();
        assertThat(demand.displaced(day(TODAY.minusWeeks(1)), 1, 1)).isZero();
        assertThat(demand.displaced(day(TODAY.plusDays(9)), 2, 1)).isZero();
        assertThat(model.of(TYPE + 1).displaced(day(TODAY.plusWeeks(1)), 1, 1)).isZero();
    }

    @Test
    void each_room_that_is_given_away_counts_by_itself() {
        var demand = new DemandModel(day(TODAY), 28, List.of(new PickUp(TYPE, 1, 0, 8))).of(TYPE);
        int monday = day(TODAY.plusWeeks(1));

        assertThat(demand.displaced(monday, 3, 2)).isCloseTo(0.323324 + 0.593994, within(1e-6));
        assertThat(demand.displaced(monday, 30, 2)).isZero();
    }

    @Test
    void the_past_is_read_from_what_was_booked_and_stayed_booked() {
        booked("confirmed", TODAY.minusWeeks(1), 2, 3);
        booked("departed", TODAY.minusWeeks(2), 1, 3);
        booked("cancelled", TODAY.minusWeeks(1), 1, 3);
        booked("confirmed", TODAY.minusWeeks(3), 1, -2);
        booked("confirmed", TODAY.minusWeeks(5), 1, 3);
        booked("confirmed", TODAY, 1, 3);

        var demand = models().of(hotel, day(TODAY), 28).of(type);

        assertThat(demand.displaced(day(TODAY.plusWeeks(1)), 1, 1)).isCloseTo(1 - Math.exp(-2 / 4.0), within(1e-9));
        assertThat(demand.displaced(day(TODAY.plusDays(8)), 1, 1)).isCloseTo(1 - Math.exp(-1 / 4.0), within(1e-9));
        assertThat(demand.displaced(day(TODAY.plusDays(9)), 1, 1)).isZero();
    }

    @Test
    void yesterdays_estimate_answers_while_todays_is_worked_out() {
        var models = models();
        var yesterday = models.of(hotel, day(TODAY), 28);
        booked("confirmed", TODAY, 1, 3);

        assertThat(models.of(hotel, day(TODAY) + 1, 28)).isSameAs(yesterday);
        assertThat(models.of(hotel, day(TODAY) + 1, 28)).isSameAs(yesterday);
        assertThat(background).hasSize(1);
        background.remove().run();

        var today = models.of(hotel, day(TODAY) + 1, 28);
        assertThat(today.today()).isEqualTo(day(TODAY) + 1);
        assertThat(today.of(type).displaced(day(TODAY.plusWeeks(1)), 1, 1)).isPositive();
        assertThat(models.of(hotel, day(TODAY) + 1, 14)).isNotSameAs(today);
        assertThat(background).isEmpty();
    }

    @Test
    void a_busy_application_goes_on_with_yesterdays_estimate() {
        var models = new DemandModels(jdbc, task -> {
            throw new TaskRejectedException("busy");
        });
        var yesterday = models.of(hotel, day(TODAY), 28);

        assertThat(models.of(hotel, day(TODAY) + 1, 28)).isSameAs(yesterday);
        assertThat(models.of(hotel, day(TODAY) + 1, 28)).isSameAs(yesterday);
    }

    private DemandModels models() {
        return new DemandModels(jdbc, background::add);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private void booked(String status, LocalDate checkIn, int nights, int lead) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        with received as (
                            insert into telegram (received_at, delivery_id, line, hotel_id, kind, sha256, bytes)
                                values (now(), :id, 0, :hotel, 'NEW', sha256(:id::text::bytea), 1)
                                returning id)
                        insert into reservation (id, hotel_id, channel, channel_key, booking_number, status, check_in, check_out,
                                                 guest_name, guest_kana, room_total, options_total, header_total, discount_total,
                                                 cancellation_charge, settlement, due_on_site, revision, standing_telegram,
                                                 details, created_at, updated_at)
                        select :id, :hotel, 'jalan', 'jalan', :id::text, :status, :checkIn::date, :checkIn::date + :nights,
                               'TARO MIHON', 'TARO MIHON', 0, 0, 0, 0, case when :status = 'cancelled' then 0 end, 'on_site', 0, 1,
                               received.id, '{}', (:checkIn::date - :lead + time '23:59') at time zone 'Asia/Tokyo', now()
                        from received
                        """)
                .param("id", id)
                .param("hotel", hotel)
                .param("status", status)
                .param("checkIn", checkIn)
                .param("nights", nights)
                .param("lead", lead)
                .update();
        jdbc.sql("""
                        insert into reservation_room (reservation_id, room_no, code, booked_type_id, assigned_type_id,
                                                      charged_type_id, adults, children, first_night, end_date, amounts)
                        values (:id, 1, '0002', :type, :type, :type, 2, 0, :checkIn, :checkIn::date + :nights,
                                array_fill(0, array[:nights]))
                        """)
                .param("id", id)
                .param("type", type)
                .param("checkIn", checkIn)
                .param("nights", nights)
                .update();
    }
}
