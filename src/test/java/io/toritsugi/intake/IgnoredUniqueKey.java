package io.toritsugi.intake;

import io.toritsugi.conformance.testbuild.Tampering;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sabotage: the unique key that makes one telegram of two is not there. */
public final class IgnoredUniqueKey implements Tampering {

    @Override
    public void switchedOn(JdbcTemplate tables) {
        tables.execute("drop index if exists telegram_key");
    }

    @Override
    public void switchedOff(JdbcTemplate tables) {
        tables.execute("""
                update telegram
                set original_id = first.id
                from (select min(id) as id, hotel_id, channel_key, data_id
                      from telegram
                      where original_id is null
                        and data_id is not null
                      group by hotel_id, channel_key, data_id
                      having count(*) > 1) as first
                where telegram.hotel_id = first.hotel_id
                  and telegram.channel_key = first.channel_key
                  and telegram.data_id = first.data_id
                  and telegram.id <> first.id
                  and telegram.original_id is null
                """);
        tables.execute("""
                create unique index telegram_key on telegram (hotel_id, channel_key, data_id)
                    where original_id is null and data_id is not null
                """);
    }
}
