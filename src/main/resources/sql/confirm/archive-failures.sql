-- Archives failures that are over: nothing of their booking is open, and what brought them is settled over there. A telegram that
-- was pushed is its bringer's to confirm; one that was polled belongs to an output that has to be confirmed, be it the one of a
-- redelivery. Answers how far it looked and how many it archived. Indexes: import_failure_to_archive,
-- import_failure_open_of_booking, telegram's primary key, telegram_repetition, delivery's primary keys,
-- output_delivery_of_delivery.
with closed as (select f.id, f.telegram_id, f.hotel_id, f.channel_key, f.booking_number
                from import_failure f
                where f.state in ('resolved', 'dismissed')
                  and f.archived_at is null
                  and f.id > :after
                order by f.id
                limit :limit),
     archived as (
         update import_failure f
             set archived_at = :now
             from closed c
             where f.id = c.id
                 and f.archived_at is null
                 and f.resolved_at <= :resolvedBefore
                 and not exists (select 1
                                 from import_failure other
                                 where other.hotel_id = c.hotel_id
                                   and other.channel_key = c.channel_key
                                   and other.booking_number = c.booking_number
                                   and other.state in ('waiting', 'retrying', 'escalated'))
                 and exists (select 1
                             from (select t.delivery_id, t.received_at
                                   from telegram t
                                   where t.id = c.telegram_id
                                   union all
                                   select t.delivery_id, t.received_at
                                   from telegram t
                                   where t.original_id = c.telegram_id) brought
                             where exists (select 1
                                           from delivery d
                                           where d.id = brought.delivery_id
                                             and d.received_at = brought.received_at
                                             and d.via <> 'poll')
                                or exists (select 1
                                           from output_delivery od
                                                    join output o on o.id = od.output_ref
                                           where od.delivery_id = brought.delivery_id
                                             and o.state = 'confirmed'))
             returning f.id),
     cleared as (
         delete from import_failure_payload p
             using archived a
             where p.failure_id = a.id
                 and :clear::boolean)
select (select max(id) from closed) as last, (select count(*) from archived) as archived
