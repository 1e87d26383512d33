-- That no proposal which is open, or could not be sent, names the stopped night s. A fragment, of statements that read stopped
-- nights.
not exists (select
            from stop_sell_proposal o
            where o.room_type_id = s.room_type_id
              and o.nights @> s.night
              and o.state in ('proposed', 'approved'))
and not exists (select
                from stop_sell_proposal f
                where f.hotel_id = s.hotel_id
                  and f.state = 'failed'
                  and f.room_type_id = s.room_type_id
                  and f.nights @> s.night)
