package io.toritsugi.failure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What makes two failures the same cause: class, code, stage and the detail that somebody would have to mend. */
public final class Fingerprint {

    /**
     * Arguments that name a cause; all others (dates, numbers, positions) only tell one case from the next. So does the channel:
     * a code that six of them send is one thing that somebody has to map.
     */
    private static final List<String> CAUSES = List.of("codes", "roomType", "field", "service", "reason");

    private static final int LENGTH = 16;

    private Fingerprint() {}

    /** The fingerprint: 32 hexadecimal digits, the same for every failure of one cause. */
    public static String of(Failure failure) {
        var digest = sha256();
        add(digest, failure.failureClass().name());
        add(digest, failure.code().code());
        add(digest, failure.stage());
        Map<String, String> arguments = failure.arguments();
        for (var cause : CAUSES) {
            add(digest, arguments.getOrDefault(cause, ""));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
