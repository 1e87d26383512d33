package io.toritsugi.simulator;

import io.toritsugi.simulator.Behaviour.ConfirmedAgain;
import io.toritsugi.simulator.Behaviour.EmptyAnswer;
import io.toritsugi.simulator.Behaviour.InnerForm;
import io.toritsugi.simulator.Behaviour.Redelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries out what the control API is asked for. Everything it throws as IllegalArgumentException is the asker's error. */
final class ControlDesk {

    private static final int MOST_AT_ONCE = 10_000;

    private final SimulatorServer server;

    ControlDesk(SimulatorServer server) {
        this.server = server;
    }

    Map<String, Object> state() {
        var hotels = new ArrayList<Map<String, Object>>();
        for (var code : server.hotels()) {
            var outputs = server.outputs(code);
            hotels.add(inOrder(
                    "hotel", code,
                    "waiting", server.waiting(code),
                    "outputs", outputs.size(),
                    "confirmed",
                            outputs.stream().filter(SimulatedOutput::confirmed).count(),
                    "adjustedStock",
                            server.adjustedStock(code).stream()
                                    .map(ControlDesk::shown)
                                    .toList()));
        }
        return inOrder(
                "ratePerMinute", server.rate(),
                "requests", server.requests(),
                "behaviour", server.behaviour(),
                "faults", faults(),
                "hotels", hotels);
    }

    Object outputs(String hotel) {
        return server.outputs(hotel);
    }

    Object enqueue(String hotel, String telegram) {
        server.enqueue(hotel, telegram);
        return Map.of("waiting", server.waiting(hotel));
    }

    Object enqueue(String hotel, Telegrams telegrams) {
        server.enqueue(hotel, given("telegrams", telegrams.telegrams()).toArray(String[]::new));
        return Map.of("waiting", server.waiting(hotel));
    }

    Object generate(String hotel, Bookings asked) {
        if (asked.count() < 1 || asked.count() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("count is from 1 to " + MOST_AT_ONCE + ", not " + asked.count());
        }
        server.generate(hotel, asked.count());
        return Map.of("waiting", server.waiting(hotel));
    }

    Object plan(FaultAsked asked) {
        var fault = fault(given("fault", asked.fault()));
        var service = asked.service() == null
                ? null
                : LincolnService.named(asked.service())
                        .orElseThrow(() -> new IllegalArgumentException("There is no service " + asked.service()));
        var lasting = asked.seconds() == null ? PlannedFault.usually(fault) : Duration.ofSeconds(asked.seconds());
        server.faults().plan(new PlannedFault(fault, service, Objects.requireNonNullElse(asked.times(), 1), lasting));
        return faults();
    }

    Object clearFaults() {
        server.faults().clear();
        return faults();
    }

    Object rate(Rate asked) {
        server.rate(asked.perMinute());
        return Map.of("ratePerMinute", server.rate());
    }

    Object behave(BehaviourAsked asked) {
        var now = server.behaviour();
        server.behave(new Behaviour(
                Objects.requireNonNullElse(asked.mostTelegrams(), now.mostTelegrams()),
                Objects.requireNonNullElse(asked.redelivery(), now.redelivery()),
                Objects.requireNonNullElse(asked.innerForm(), now.innerForm()),
                Objects.requireNonNullElse(asked.emptyAnswer(), now.emptyAnswer()),
                Objects.requireNonNullElse(asked.confirmedAgain(), now.confirmedAgain())));
        return server.behaviour();
    }

    private List<Map<String, Object>> faults() {
        return server.faults().planned().stream()
                .map(fault -> inOrder(
                        "fault",
                        fault.fault(),
                        "service",
                        fault.service() == null ? "any" : fault.service().serviceName(),
                        "times",
                        fault.times() == PlannedFault.ALWAYS ? "always" : fault.times(),
                        "seconds",
                        fault.lasting().toSeconds()))
                .toList();
    }

    private static Map<String, Object> shown(StockFigure figure) {
        return inOrder(
                "netRmTypeGroupCode", figure.netRmTypeGroupCode(),
                "date", figure.date().toString(),
                "remainingCount", figure.remainingCount(),
                "salesStatus", figure.salesStatus());
    }

    /** The failure codes of domain notes §2 are understood beside the names. */
    private static Fault fault(String name) {
        return switch (name) {
            case "E013" -> Fault.TOO_MANY_REQUESTS;
            case "E613" -> Fault.NOTHING_FOUND;
            default -> Fault.valueOf(name);
        };
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static Map<String, Object> inOrder(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            map.put((String) namesAndValues[place], namesAndValues[place + 1]);
        }
        return map;
    }

    /** Documents to put into a queue as they are. */
    record Telegrams(@Nullable List<String> telegrams) {}

    /** How many to make up. */
    record Bookings(int count) {}

    /** Telegrams a minute. */
    record Rate(double perMinute) {}

    /** A fault to plan; once, in any service, for its usual time where nothing is said. */
    record FaultAsked(
            @Nullable String fault,
            @Nullable String service,
            @Nullable Integer times,
            @Nullable Integer seconds) {}

    /** What shall change; the rest stays. */
    record BehaviourAsked(
            @Nullable Integer mostTelegrams,
            @Nullable Redelivery redelivery,
            @Nullable InnerForm innerForm,
            @Nullable EmptyAnswer emptyAnswer,
            @Nullable ConfirmedAgain confirmedAgain) {}
}
