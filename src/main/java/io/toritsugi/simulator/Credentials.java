package io.toritsugi.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may speak for a hotel (domain notes §2): the credentials say which hotel it is, nothing else does.
 *
 * @param systemId the vendor of the PMS
 */
public record Credentials(String systemId, String pmsUserId, String pmsPassword) {

    /** Those of the demo hotel; they open nothing but a simulator. */
    public static final Credentials DEMO = new Credentials("TORITSUGI", "SMP", "simulated");

    static Credentials in(RequestElement request) {
        return new Credentials(request.textOf("systemId"), request.textOf("pmsUserId"), request.textOf("pmsPassword"));
    }

    boolean sameAs(Credentials other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    private byte[] bytes() {
        return String.join("\n", systemId, pmsUserId, pmsPassword).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Credentials[" + systemId + ", " + pmsUserId + "]";
    }
}
