package io.toritsugi.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must be true of the tables at every moment at which nothing is being written: nothing half, nothing twice. Asked of the
 * tables themselves, by who knows nothing of how they were filled.
 */
public final class Integrity {

    /** What a row of the answer would mean, and the query that finds it. */
    private static final Map<String, String> VIOLATIONS = queries();

    private final JdbcTemplate tables;

    public Integrity(JdbcTemplate tables) {
        this.tables = tables;
    }

    /** Everything that is wrong, in words, with up to five examples each; empty when nothing is. */
    public List<String> violations() {
        var found = new ArrayList<String>();
        VIOLATIONS.forEach((meaning, query) -> {
            var rows = tables.queryForList("select * from (" + query + ") as violation limit 5");
            if (!rows.isEmpty()) {
                found.add(meaning + ": " + rows);
            }
        });
        return found;
    }

    private static Map<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("a telegram without its bytes", """
                select t.id, t.outcome
                from telegram t
                where not exists (select from telegram_raw r where r.telegram_id = t.id)
                """);
        queries.put("bytes without their telegram", """
                select r.telegram_id
                from telegram_raw r
                where not exists (select from telegram t where t.id = r.telegram_id)
                """);
        queries.put("a delivery with other lines than it says", """
                select d.id, d.lines, count(t.id)
                from delivery d
                         left join telegram t on t.delivery_id = d.id
                group by d.id, d.lines
                having count(t.id) <> d.lines
                """);
        queries.put("a decided telegram without an attempt, or attempted twice without a retry", """
                select t.id, t.outcome, count(a.id)
                from telegram t
                         left join attempt a on a.telegram_id = t.id
                             and a.trigger = 'initial'
                             and a.failure_class is distinct from 'DUPLICATE'
                where t.original_id is null
                  and t.outcome is not null
                group by t.id, t.outcome
                having count(a.id) <> 1
                """);
        queries.put("an attempt of a telegram that is not decided", """
                select a.telegram_id, a.outcome
                from attempt a
                         join telegram t on t.id = a.telegram_id
                where t.outcome is null
                """);
        queries.put("a decided telegram that nobody was told of", """
                select t.id, t.outcome
                from telegram t
                where t.original_id is null
                  and t.outcome is not null
                  and not exists (select
                                  from outbox_event e
                                  where e.topic = 'imports'
                                    and (e.payload ->> 'telegramId')::bigint = t.id)
                """);
        queries.put("a rejected telegram without a cached failure", """
                select t.id, t.failure_code
                from telegram t
                where t.outcome = 'rejected'
                  and t.original_id is null
                  and t.failure_code <> 'order.stale'
                  and not exists (select from import_failure f where f.telegram_id = t.id)
                """);
        queries.put("an open failure of a telegram that stands otherwise", """
                select f.id, f.telegram_id, f.state, t.outcome
                from import_failure f
                         join telegram t on t.id = f.telegram_id
                where f.state in ('waiting', 'retrying', 'escalated')
                  and t.outcome is distinct from 'rejected'
                """);
        queries.put("a failure without its payload", """
                select f.id
                from import_failure f
                where not exists (select from import_failure_payload p where p.failure_id = f.id)
                """);
        queries.put("an accepted telegram without its reservation", """
                select t.id, t.outcome, t.reservation_id
                from telegram t
                where t.outcome in ('imported', 'modified', 'cancelled')
                  and not exists (select from reservation r where r.id = t.reservation_id)
                """);
        queries.put("a reservation whose standing telegram was not accepted", """
                select r.id, t.id as telegram, t.outcome
                from reservation r
                         join telegram t on t.id = r.standing_telegram
                where t.outcome not in ('imported', 'modified', 'cancelled')
                """);
        queries.put("a confirmed reservation without rooms, or whose rooms leave out a part of the stay", """
                select r.id, r.check_in, r.check_out
                from reservation r
                         left join reservation_room n on n.reservation_id = r.id
                where r.status <> 'cancelled'
                group by r.id
                having count(n.room_no) = 0
                    or min(n.first_night) <> r.check_in
                    or max(n.end_date) <> r.check_out
                """);
        queries.put("a reservation whose nights are not worth its room total", """
                select r.id, r.room_total
                from reservation r
                where r.status <> 'cancelled'
                  and r.room_total <> (select sum(amount)
                                       from reservation_room n,
                                            unnest(n.amounts) as amount
                                       where n.reservation_id = r.id)
                """);
        queries.put("a reservation without history, or with more revisions than telegrams and moves", """
                select r.id, r.revision, count(v.telegram_id)
                from reservation r
                         left join reservation_revision v on v.reservation_id = r.id
                group by r.id
                having count(v.telegram_id) = 0
                    or r.revision - r.room_changes > (select count(*)
                                     from telegram t
                                     where t.hotel_id = r.hotel_id
                                       and t.channel_key = r.channel_key
                                       and t.booking_number = r.booking_number
                                       and t.original_id is null)
                """);
        queries.put("a night whose sold rooms are not those that the reservations take", """
                select coalesce(i.room_type_id, taken.type_id) as type, coalesce(i.night, taken.night) as night,
                       i.sold, taken.rooms
                from inventory i
                         full join (select n.assigned_type_id as type_id, n.first_night + day as night, count(*) as rooms
                                    from reservation r
                                             join reservation_room n on n.reservation_id = r.id,
                                         generate_series(0, n.end_date - n.first_night - 1) as day
                                    where r.status <> 'cancelled'
                                    group by 1, 2) as taken
                                   on taken.type_id = i.room_type_id and taken.night = i.night
                where coalesce(i.sold, 0) <> coalesce(taken.rooms, 0)
                """);
        queries.put("a night that is sold beyond the rooms there are", """
                select i.room_type_id, i.night, i.sold, i.rooms
                from inventory i
                where i.sold > i.rooms - i.out_of_order + i.overbooking
                """);
        queries.put("a retry of a failure that is no longer open", """
                select q.failure_id, f.state
                from retry_queue q
                         join import_failure f on f.id = q.failure_id
                where f.state not in ('waiting', 'retrying')
                """);
        return queries;
    }
}
