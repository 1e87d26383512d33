package io.toritsugi.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API keys. A key itself is known only to who was given it; here there is its hash. */
@Component
class ApiKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration BETWEEN_LAST_USES = Duration.ofMinutes(1);
    private static final int MAX_LENGTH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Recent<String, KnownKey> recent;
    private final ConcurrentMap<Long, Instant> lastUses = new ConcurrentHashMap<>();

    ApiKeys(JdbcClient jdbc, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.recent = new Recent<>(clock, settings.recheck(), 10_000);
    }

    /** A new key, good for nothing until it is stored. */
    static String random() {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return "tg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Who shows this key; empty when it is unknown or revoked. */
    Optional<Caller> caller(String key, String address) {
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        // Remembered by the hash: the key itself stays nowhere in memory.
        var known = recent.get(HexFormat.of().formatHex(hash(key)), this::find);
        return Optional.ofNullable(known)
                .map(found -> new Caller("key:" + found.name(), found.role(), found.hotelId(), address, found.id()));
    }

    long store(String name, Role role, @Nullable Integer hotelId, String key, String hint, String by) {
        return jdbc.sql("""
                        insert into api_key (name, role, hotel_id, key_hash, hint, created_by, created_at)
                        values (:name, :role, :hotel, :hash, :hint, :by, :now)
                        returning id
                        """)
                .param("name", name)
                .param("role", role.name())
                .param("hotel", hotelId)
                .param("hash", hash(key))
                .param("hint", hint)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Takes the key out of use; empty when there is none in use with this number in the caller's scope. */
    Optional<ApiKey> revoke(long id, Caller by) {
        var revoked = jdbc.sql("""
                        update api_key k
                        set revoked_at = :now, revoked_by = :by
                        where k.id = :id
                          and k.revoked_at is null
                          and (:scope::integer is null or k.hotel_id = :scope)
                        returning k.id, k.name, k.role, (select h.code from hotel h where h.id = k.hotel_id) as hotel,
                            k.hint, k.created_at, k.created_by, k.revoked_at, k.last_used_at
                        """)
                .param("id", id)
                .param("by", by.name())
                .param("scope", by.hotelId())
                .param("now", OffsetDateTime.now(clock))
                .query(ApiKey.class)
                .optional();
        recent.forgetAll();
        return revoked;
    }

    /** The keys of the caller's scope, the newest first, from the one after {@code before} on. */
    List<ApiKey> list(@Nullable Integer scope, @Nullable Long before, int rows) {
        return jdbc.sql("""
                        select k.id, k.name, k.role, h.code as hotel, k.hint, k.created_at, k.created_by,
                               k.revoked_at, k.last_used_at
                        from api_key k
                                 left join hotel h on h.id = k.hotel_id
                        where (:scope::integer is null or k.hotel_id = :scope)
                          and (:before::bigint is null or k.id < :before)
                        order by k.id desc
                        limit :rows
                        """)
                .param("scope", scope)
                .param("before", before)
                .param("rows", rows)
                .query(ApiKey.class)
                .list();
    }

    /** The key that bears this name for all hotels, whether in use or not; the newest of several. */
    Optional<StoredKey> newestForAllHotels(String name) {
        return jdbc.sql("""
                        select key_hash, revoked_at is not null as revoked
                        from api_key
                        where name = :name and hotel_id is null
                        order by id desc
                        limit 1
                        """)
                .param("name", name)
                .query((row, number) -> new StoredKey(row.getBytes("key_hash"), row.getBoolean("revoked")))
                .optional();
    }

    boolean stored(String key) {
        return jdbc.sql("select exists (select from api_key where key_hash = :hash)")
                .param("hash", hash(key))
                .query(Boolean.class)
                .single();
    }

    private @Nullable KnownKey find(String hash) {
        var bytes = HexFormat.of().parseHex(hash);
        var known = jdbc.sql("""
                        select id, name, role, hotel_id, key_hash
                        from api_key
                        where key_hash = :hash and revoked_at is null
                        """)
                .param("hash", bytes)
                .query(KnownKey.class)
                .optional()
                // Found by an index on the hash, and compared once more without a clock to read.
                .filter(found -> MessageDigest.isEqual(found.keyHash(), bytes))
                .orElse(null);
        if (known != null) {
            noteUse(known.id());
        }
        return known;
    }

    /** Once a minute is enough to tell a key that is used from one that is not. */
    private void noteUse(long id) {
        var now = clock.instant();
        var last = lastUses.get(id);
        if (last != null && now.isBefore(last.plus(BETWEEN_LAST_USES))) {
            return;
        }
        lastUses.put(id, now);
        jdbc.sql("update api_key set last_used_at = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record KnownKey(
            long id, String name, Role role, @Nullable Integer hotelId, byte[] keyHash) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record StoredKey(byte[] hash, boolean revoked) {}
}
