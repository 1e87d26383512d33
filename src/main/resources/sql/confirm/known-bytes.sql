-- Whether these very bytes are stored as an answer with this output. Indexes: output's unique key, output_delivery's primary key,
-- delivery's primary keys.
select exists (select 1
               from output o
                        join output_delivery d on d.output_ref = o.id
                        join delivery stored on stored.id = d.delivery_id
               where o.hotel_id = :hotel
                 and o.output_id = :outputId
                 and stored.sha256 = :sha256)
