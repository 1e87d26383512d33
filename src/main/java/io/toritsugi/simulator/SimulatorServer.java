package io.toritsugi.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TL-Lincoln on a port of its own: the services of domain notes §2 under {@code /pmsservice/V1/}, its own state, and
 * faults on demand, also over {@code /simulator/} (docs/guides/simulator.md). It keeps everything in memory and knows
 * nothing of the application that talks to it. Thread-safe.
 */
public final class SimulatorServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads;
    private final ScheduledExecutorService ticking;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final World world;
    private final BookingFlow flow;
    private final ServiceDoor door;

    private SimulatorServer(SimulatorOptions options) throws IOException {
        world = new World(options.hotels());
        flow = new BookingFlow(world, options);
        door = new ServiceDoor(world, new AnswerSending(stopped));
        http = HttpServer.create(new InetSocketAddress(options.address(), options.port()), 0);
        threads = Executors.newCachedThreadPool(daemons());
        ticking = Executors.newSingleThreadScheduledExecutor(daemons());
    }

    /**
     * Starts a silent simulator of the demo hotel SMP on the loopback address.
     *
     * @param port 0 picks a free one
     * @throws IOException when the port is taken
     */
    public static SimulatorServer start(int port) throws IOException {
        return start(SimulatorOptions.silent(port));
    }

    /** @throws IOException when the port is taken */
    public static SimulatorServer start(SimulatorOptions options) throws IOException {
        var server = new SimulatorServer(options);
        server.http.setExecutor(server.threads);
        server.http.createContext(ServiceDoor.PATH, server.door);
        server.http.createContext(ControlDoor.PATH, new ControlDoor(server));
        server.http.start();
        var unused = server.ticking.scheduleWithFixedDelay(server.flow::tick, 1, 1, TimeUnit.SECONDS);
        return server;
    }

    /** Where it listens, without a path: {@code http://127.0.0.1:8090}. */
    public URI baseUri() {
        var address = http.getAddress();
        var host = address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    /** The address of one service. */
    public URI serviceUri(LincolnService service) {
        return baseUri().resolve(ServiceDoor.PATH + service.serviceName());
    }

    /**
     * Puts telegrams into a hotel's queue as they are, also broken ones.
     *
     * @param telegrams text that an XML document can hold
     * @throws IllegalArgumentException when there is no such hotel, or a telegram holds characters that XML forbids
     */
    public void enqueue(String hotel, String... telegrams) {
        var all = List.of(telegrams);
        // Better now than in an answer.
        all.forEach(telegram -> new XmlWriting().element("infoTravelXML", telegram));
        world.hotel(hotel).bookings().enqueue(all);
    }

    /** Makes up telegrams of a hotel at once and puts them into its queue; gives them back in their order. */
    public List<GeneratedTelegram> generate(String hotel, int count) {
        return flow.make(hotel, count);
    }

    /** What shall go wrong. */
    public Faults faults() {
        return world.faults();
    }

    public Behaviour behaviour() {
        return world.behaviour();
    }

    /** From the next request on. */
    public void behave(Behaviour behaviour) {
        world.behave(behaviour);
    }

    /** How many telegrams it makes up a minute. */
    public double rate() {
        return flow.rate();
    }

    public void rate(double perMinute) {
        flow.rate(perMinute);
    }

    /** The codes of the hotels that it knows, sorted. */
    public List<String> hotels() {
        return world.hotels().stream().map(SimulatedHotel::code).toList();
    }

    /** The latest 2,000 outputs of a hotel, the oldest first; the last one may be unconfirmed. */
    public List<SimulatedOutput> outputs(String hotel) {
        return world.hotel(hotel).bookings().outputs();
    }

    /** How many telegrams of a hotel are in no output yet. */
    public int waiting(String hotel) {
        return world.hotel(hotel).bookings().waiting();
    }

    /** The stock figures that adjustments have set, by group and date. */
    public List<StockFigure> adjustedStock(String hotel) {
        return world.hotel(hotel).stock().adjusted();
    }

    /** The adjustments of stock that came, each requestId once, the oldest first. */
    public List<SimulatedAdjustment> adjustments(String hotel) {
        return List.copyOf(world.hotel(hotel).adjustments());
    }

    /** Sets a stock figure as somebody would in TL-Lincoln's own administration. */
    public void plant(String hotel, StockFigure figure) {
        world.hotel(hotel).stock().plant(figure);
    }

    /** From this day on a stock search answers nothing. */
    public void endStock(String hotel, LocalDate day) {
        world.hotel(hotel).stock().endOn(day);
    }

    /** How many requests came to the services, faults included. */
    public long requests() {
        return door.requests();
    }

    /** Makes up what has become due; it happens by itself once a second. */
    void tick() {
        flow.tick();
    }

    /** Stops at once; answers that are held back are cut. */
    public void stop() {
        stopped.countDown();
        ticking.shutdownNow();
        http.stop(0);
        threads.shutdownNow();
    }

    @Override
    public void close() {
        stop();
    }

    private static ThreadFactory daemons() {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "simulator-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
