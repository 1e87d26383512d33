package io.toritsugi.intake.sftp;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.intake.ReceiveDelivery;
import io.toritsugi.telegram.DeliveryTooLargeException;
import io.toritsugi.telegram.EmptyDeliveryException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one file in by the door that all deliveries come through. Done twice, it makes repetitions and no double. Where the
 * file lies, and where it goes to, is the caller's business. Thread-safe.
 */
@Component
class TakeFileIn {

    private static final Logger LOG = LoggerFactory.getLogger(TakeFileIn.class);
    private static final String VIA = "sftp";
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final HotelAccess hotels;
    private final ReceiveDelivery receive;

    TakeFileIn(HotelAccess hotels, ReceiveDelivery receive) {
        this.hotels = hotels;
        this.receive = receive;
    }

    /**
     * Stores what is in a file. When this returns, it is committed, or it is not to be taken in at all.
     *
     * @param content opened once, closed here
     * @return why the file is to be rejected; empty when it is done
     * @throws IOException when it cannot be read to its end, or not be kept while it is read: to be tried again
     */
    Optional<Failure> take(DroppedFile file, Content content) throws IOException {
        var hotel = hotel(file);
        if (hotel == null) {
            return Optional.of(notAllowed(file));
        }
        try (var bytes = new BufferedInputStream(content.open())) {
            var stored = receive.receive(hotel.id(), VIA, null, bytes, isGzip(bytes), null);
            LOG.info("File {} is stored as delivery {}", file, stored.id());
            return Optional.ofNullable(stored.summary().failure());
        } catch (EmptyDeliveryException nothing) {
            return Optional.of(new Failure(FailureCode.PARSE_EMPTY, VIA, Map.of()));
        } catch (DeliveryTooLargeException tooLarge) {
            return Optional.of(new Failure(
                    FailureCode.PARSE_TOO_LARGE, VIA, Map.of("expected", String.valueOf(tooLarge.limit()))));
        }
    }

    private @Nullable HotelRef hotel(DroppedFile file) {
        if (!file.sender().maySendFor(file.hotel())) {
            return null;
        }
        try {
            return hotels.require(Caller.SYSTEM, file.hotel());
        } catch (ProblemException unknown) {
            return null;
        }
    }

    private static Failure notAllowed(DroppedFile file) {
        return new Failure(
                FailureCode.HOTEL_NOT_ALLOWED,
                VIA,
                Map.of(
                        "found",
                        file.hotel(),
                        "expected",
                        String.join(", ", file.sender().hotels())));
    }

    /** By its first bytes, whatever its name says. */
    private static boolean isGzip(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return gzip;
    }

    /** The bytes of a file, wherever it lies. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
