package io.toritsugi.simulator;

import java.time.LocalDateTime;

/**
 * A telegram of the generator.
 *
 * @param classification its DataClassification
 * @param sentAt Japanese local time, to the second; grows from telegram to telegram of a booking
 * @param bookingNumber of the OTA; no two bookings of a generator have the same
 * @param xml the whole document
 */
public record GeneratedTelegram(
        String classification, String dataId, LocalDateTime sentAt, String bookingNumber, String xml) {}
