package io.toritsugi.simulator;

import io.toritsugi.simulator.Behaviour.EmptyAnswer;
import io.toritsugi.simulator.Behaviour.InnerForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers BookingInfoOutput and OutputComplete (domain notes §3). */
final class BookingDesk {

    private final AtomicInteger answers = new AtomicInteger();

    byte[] output(SimulatedHotel hotel, Behaviour behaviour, @Nullable Fault fault) {
        var delivered = hotel.bookings().deliver(behaviour, fault == Fault.CHANGED_OUTPUT_ID);
        if (delivered.isEmpty()) {
            return behaviour.emptyAnswer() == EmptyAnswer.NOTHING_FOUND
                    ? SoapAnswer.failure(LincolnService.BOOKING_OUTPUT, LincolnFailure.NOTHING_FOUND)
                    : SoapAnswer.success(LincolnService.BOOKING_OUTPUT, fault, xml -> {});
        }
        var output = delivered.get();
        var telegrams = spoiled(output.telegrams(), fault);
        boolean escaped = escapes(behaviour.innerForm());
        return SoapAnswer.success(LincolnService.BOOKING_OUTPUT, fault, xml -> {
            xml.open("configurationSettings")
                    .element("outputId", output.outputId())
                    .close();
            telegrams.forEach(telegram -> telegram(xml, telegram, escaped));
        });
    }

    byte[] complete(SimulatedHotel hotel, Behaviour behaviour, RequestElement request, @Nullable Fault fault) {
        boolean accepted = hotel.bookings().confirm(request.textOf("outputId"), behaviour.confirmedAgain());
        if (!accepted) {
            return SoapAnswer.failure(LincolnService.OUTPUT_COMPLETE, LincolnFailure.OUTPUT_UNKNOWN);
        }
        return SoapAnswer.success(LincolnService.OUTPUT_COMPLETE, fault, xml -> {});
    }

    private static void telegram(XmlWriting xml, String telegram, boolean escaped) {
        xml.open("bookingInfoList");
        if (escaped) {
            xml.element("infoTravelXML", telegram);
        } else {
            xml.dataElement("infoTravelXML", telegram);
        }
        xml.close();
    }

    private static List<String> spoiled(List<String> telegrams, @Nullable Fault fault) {
        var sent = new ArrayList<>(telegrams);
        if (fault == Fault.DUPLICATES) {
            sent.addAll(telegrams);
        } else if (fault == Fault.OUT_OF_ORDER) {
            Collections.reverse(sent);
        }
        return sent;
    }

    private boolean escapes(InnerForm form) {
        return switch (form) {
            case ESCAPED -> true;
            case CDATA -> false;
            case IN_TURN -> answers.getAndIncrement() % 2 == 0;
        };
    }
}
