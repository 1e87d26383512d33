package io.toritsugi.conformance.testbuild;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sabotage: the database says that something is committed which is not on its disk yet; only a power cut shows it. */
final class UnflushedCommits implements Tampering {

    private static final List<String> ON = List.of(
            "alter database toritsugi set synchronous_commit = off",
            "alter system set wal_writer_delay = '10s'",
            "alter system set wal_writer_flush_after = '1GB'",
            "select pg_reload_conf()");
    private static final List<String> OFF = List.of(
            "alter database toritsugi reset synchronous_commit",
            "alter system reset wal_writer_delay",
            "alter system reset wal_writer_flush_after",
            "select pg_reload_conf()");
    private static final String FROM_NOW_ON = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where application_name = 'toritsugi'
              and pid <> pg_backend_pid()
            """;

    @Override
    public void switchedOn(JdbcTemplate tables) {
        ON.forEach(tables::execute);
        tables.execute(FROM_NOW_ON);
    }

    @Override
    public void switchedOff(JdbcTemplate tables) {
        OFF.forEach(tables::execute);
        tables.execute(FROM_NOW_ON);
    }
}
