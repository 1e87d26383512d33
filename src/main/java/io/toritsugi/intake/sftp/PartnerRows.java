package io.toritsugi.intake.sftp;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partners that administrators keep. */
@Component
class PartnerRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of them, by name. */
    List<SftpPartner> all() {
        return jdbc.sql("select name, public_keys, hotels from sftp_partner order by name")
                .query((row, number) -> new SftpPartner(
                        row.getString("name"),
                        String.join("\n", texts(row.getArray("public_keys"))),
                        texts(row.getArray("hotels"))))
                .list();
    }

    Optional<SftpPartner> find(String name) {
        return all().stream().filter(partner -> partner.name().equals(name)).findFirst();
    }

    void put(SftpPartner partner) {
        jdbc.sql("""
                        insert into sftp_partner (name, public_keys, hotels, updated_at)
                        values (:name, :keys, :hotels, :now)
                        on conflict (name) do update
                            set public_keys = excluded.public_keys,
                                hotels      = excluded.hotels,
                                updated_at  = excluded.updated_at
                        """)
                .param("name", partner.name())
                .param("keys", partner.publicKeys().toArray(String[]::new))
                .param("hotels", partner.hotels().toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void remove(String name) {
        jdbc.sql("delete from sftp_partner where name = :name")
                .param("name", name)
                .update();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
