package io.toritsugi.conformance;

import io.toritsugi.conformance.BookingJournal.SentTelegram;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Several senders who post bookings without a pause, each over a connection that is kept alive: new ones, modifications and
 * cancellations of earlier ones, some with a room that nobody has mapped; one of them sends answers of hundreds of telegrams.
 */
public final class BookingStream {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2027-03-01");
    private static final int DAYS = 300;
    private static final Duration PAUSE_AFTER_A_REFUSAL = Duration.ofMillis(200);

    private final ApplicationProcess application;
    private final List<String> hotels;
    private final int senders;
    private final int telegramsOfAnAnswer;
    private final BookingJournal journal;
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    /** @param senders of single telegrams; one more sends answers */
    public BookingStream(ApplicationProcess application, List<String> hotels, int senders, int telegramsOfAnAnswer) {
        this.application = application;
        this.hotels = List.copyOf(hotels);
        this.senders = senders;
        this.telegramsOfAnAnswer = telegramsOfAnAnswer;
        this.journal = new BookingJournal(this.hotels);
    }

    /** Sends until the application is gone, or until {@link #stop}. */
    public void begin() {
        stopped = false;
        ExecutorService threads = Executors.newFixedThreadPool(senders + 1);
        for (int sender = 0; sender < senders; sender++) {
            var bookings = new SenderOfBookings(hotels.get(sender % hotels.size()), sender);
            running.add(threads.submit(() -> repeat(bookings::sendOne)));
        }
        running.add(threads.submit(() -> repeat(this::sendAnswer)));
        threads.shutdown();
    }

    public void stop() {
        stopped = true;
    }

    /** Waits until every sender has come to its end. */
    public void awaitEnd() {
        for (var sender : running) {
            try {
                sender.get(120, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException failed) {
                throw new AssertionError("A sender failed", failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
        running.clear();
    }

    public int acknowledged() {
        return journal.acknowledged();
    }

    public int unanswered() {
        return journal.unanswered().size();
    }

    /** How often a post was not accepted, by the status and the code of the answer. */
    public Map<String, Integer> refusals() {
        var counts = new TreeMap<String, Integer>();
        refusals.forEach((refusal, count) -> counts.put(refusal, count.get()));
        return counts;
    }

    /** Writes bookings that are not posted but fetched from a queue; they count as acknowledged once {@link #confirmed}. */
    public List<String> queue(String hotel, int count) {
        var random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var telegram = newBooking(random);
                    journal.sending(new SentTelegram(hotel, telegram));
                    return telegram.xml();
                })
                .toList();
    }

    /** Whoever had these documents in his queue was told that they are durable. */
    public void confirmed(List<String> documents) {
        documents.forEach(document -> journal.confirmed(WrittenTelegram.dataIdOf(document)));
    }

    /** What a sender does who got no answer. */
    public void sendTheUnansweredAgain() {
        var sender = application.sender();
        for (var sent : journal.unanswered()) {
            var reply = sender.post(sent.hotel(), sent.telegram().bytes());
            if (!reply.accepted()) {
                throw new AssertionError(sent.telegram().dataId() + " is not taken: " + reply);
            }
            journal.acknowledged(reply);
        }
    }

    public void verifyAcknowledged() {
        journal.verifyAcknowledged(application.tables(), application.sender());
    }

    public void verifyReservations() {
        journal.verifyReservations(application.tables());
    }

    /** What is wrong with the application now, counted. */
    public Tally tally() {
        return journal.tally(application.tables());
    }

    /**
     * @param acknowledged telegrams that somebody was told are durable
     * @param lost those of them without an outcome
     * @param doubled those of them that stand twice, and bookings with two reservations
     * @param wrong bookings that stand otherwise than their telegrams say, and reservations that nobody sent
     */
    public record Tally(int acknowledged, int lost, int doubled, int wrong) {}

    private void repeat(BooleanSupplier send) {
        boolean answered = true;
        while (answered && !stopped) {
            answered = send.getAsBoolean();
        }
    }

    private WrittenTelegram newBooking(Random random) {
        return WrittenTelegram.newBooking(Integer.toString(numbers.incrementAndGet()))
                .arriving(FIRST_DAY.plusDays(random.nextInt(DAYS)));
    }

    /** Sends one answer; whether it was answered. */
    private boolean sendAnswer() {
        var random = new Random();
        var hotel = hotels.get(hotels.size() - 1);
        var telegrams = new ArrayList<String>();
        for (int i = 0; i < telegramsOfAnAnswer; i++) {
            var telegram = newBooking(random);
            journal.sending(new SentTelegram(hotel, telegram));
            telegrams.add(telegram.xml());
        }
        var answer = SoapAnswer.of(telegrams).bytes();
        return deliver(() -> application.sender().tryPost(hotel, answer));
    }

    /** Posts until it is accepted, as senders do; whether there was somebody who answered. */
    private boolean deliver(Supplier<Optional<Reply>> post) {
        while (true) {
            var reply = post.get();
            if (reply.isEmpty()) {
                return false;
            }
            if (reply.get().accepted()) {
                journal.acknowledged(reply.get());
                return true;
            }
            refusals.computeIfAbsent(reply.get().status() + " " + reply.get().problem(), refusal -> new AtomicInteger())
                    .incrementAndGet();
            Awaitility.await().pollDelay(PAUSE_AFTER_A_REFUSAL).until(() -> true);
        }
    }

    /** One sender with bookings of its own. */
    private final class SenderOfBookings {

        private final String hotel;
        private final Sender sender;
        private final Random random;
        private final List<String> bookings = new ArrayList<>();

        SenderOfBookings(String hotel, int seed) {
            this.hotel = hotel;
            // Every third sender wants to know the outcome at once.
            this.sender = seed % 3 == 2 ? application.sender().waiting() : application.sender();
            this.random = new Random(seed);
        }

        boolean sendOne() {
            var telegram = next();
            journal.sending(new SentTelegram(hotel, telegram));
            if (telegram.kind() == WrittenTelegram.Kind.NEW) {
                bookings.add(telegram.bookingNumber());
            }
            return deliver(() -> sender.tryPost(hotel, telegram.bytes()));
        }

        private WrittenTelegram next() {
            var booking = bookings.isEmpty() ? null : journal.booking(bookings.get(random.nextInt(bookings.size())));
            if (booking == null || !booking.open() || random.nextInt(10) < 5) {
                var telegram = newBooking(random);
                return random.nextInt(20) == 0 ? telegram.inRoom(BookingJournal.UNMAPPED) : telegram;
            }
            return random.nextInt(3) == 0
                    ? booking.last()
                            .then(
                                    WrittenTelegram.Kind.CANCELLATION,
                                    booking.last().checkIn(),
                                    booking.last().amount())
                    : booking.last()
                            .then(
                                    WrittenTelegram.Kind.MODIFICATION,
                                    FIRST_DAY.plusDays(random.nextInt(DAYS)),
                                    10000 + random.nextInt(9000));
        }
    }
}
