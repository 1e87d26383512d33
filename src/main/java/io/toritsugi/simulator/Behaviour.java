package io.toritsugi.simulator;

/**
 * How the simulator decides what is not known of TL-Lincoln (domain notes §12). Changeable at any time.
 *
 * @param mostTelegrams how many telegrams an answer holds at most
 * @param redelivery what happens to bookings that come while an output is unconfirmed
 * @param innerForm how telegrams are written into the answer
 * @param emptyAnswer how an empty queue is answered
 * @param confirmedAgain how the confirmation of a confirmed output is answered
 */
public record Behaviour(
        int mostTelegrams,
        Redelivery redelivery,
        InnerForm innerForm,
        EmptyAnswer emptyAnswer,
        ConfirmedAgain confirmedAgain) {

    public Behaviour {
        if (mostTelegrams < 1) {
            throw new IllegalArgumentException("An answer holds at least one telegram, not " + mostTelegrams);
        }
    }

    /** 50 telegrams; newer ones wait; both inner forms in turn; an empty success; refused as unknown. */
    public static Behaviour usual() {
        return new Behaviour(50, Redelivery.NEWER_WAIT, InnerForm.IN_TURN, EmptyAnswer.SUCCESS, ConfirmedAgain.REFUSED);
    }

    public Behaviour withMostTelegrams(int most) {
        return new Behaviour(most, redelivery, innerForm, emptyAnswer, confirmedAgain);
    }

    public Behaviour with(Redelivery other) {
        return new Behaviour(mostTelegrams, other, innerForm, emptyAnswer, confirmedAgain);
    }

    public Behaviour with(InnerForm other) {
        return new Behaviour(mostTelegrams, redelivery, other, emptyAnswer, confirmedAgain);
    }

    public Behaviour with(EmptyAnswer other) {
        return new Behaviour(mostTelegrams, redelivery, innerForm, other, confirmedAgain);
    }

    public Behaviour with(ConfirmedAgain other) {
        return new Behaviour(mostTelegrams, redelivery, innerForm, emptyAnswer, other);
    }

    /** What happens to bookings that come while an output is unconfirmed. */
    public enum Redelivery {
        /** They wait for an output of their own until the first is confirmed. */
        NEWER_WAIT,
        /** They are added to it under the same outputId, as far as it has place; confirming it confirms them too. */
        NEWER_ADDED
    }

    /** How a telegram stands in {@code infoTravelXML}. */
    public enum InnerForm {
        ESCAPED,
        CDATA,
        /** Escaped and CDATA alternate from answer to answer. */
        IN_TURN
    }

    /** How an empty queue is answered. */
    public enum EmptyAnswer {
        SUCCESS,
        /** {@code isSuccess} false with E613. */
        NOTHING_FOUND
    }

    /** How the confirmation of a confirmed output is answered. */
    public enum ConfirmedAgain {
        REFUSED,
        ACCEPTED
    }
}
