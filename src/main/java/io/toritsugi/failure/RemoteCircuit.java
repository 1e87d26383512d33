package io.toritsugi.failure;

/**
 * Whether calls to TL-Lincoln make sense at present. Implemented by who makes these calls; where nobody does, every circuit
 * counts as closed. What waits for TL-Lincoln (class {@link FailureClass#REMOTE}) is not tried while the circuit of its
 * hotel is open, and that counts as no attempt.
 */
public interface RemoteCircuit {

    /** Whether calls for this hotel are held back at present. Asked about once a second: to be answered from memory. */
    boolean isOpen(int hotelId);
}
