package io.toritsugi.failure;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people write down about a failure, for each other. */
@Component
class FailureNotes {

    private final JdbcClient jdbc;
    private final FailureActions actions;

    FailureNotes(JdbcClient jdbc, FailureActions actions) {
        this.jdbc = jdbc;
        this.actions = actions;
    }

    /** Adds a note; also to one that is over. */
    @Transactional
    public void add(Caller caller, HotelRef hotel, long id, String text) {
        var state = jdbc.sql("select state from import_failure where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.FAILURE_UNKNOWN));
        actions.record(caller, id, new FailureActions.Done(hotel.id(), "note", text, state, state));
    }
}
