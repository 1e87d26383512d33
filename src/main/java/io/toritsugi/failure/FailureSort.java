package io.toritsugi.failure;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.SqlFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders in which failures are listed, each with its statement and its cursor. */
enum FailureSort {
    NEWEST("newest", SqlFile.text("failure/newest")) {
        @Override
        Map<String, @Nullable Object> after(PageAsked page) {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("before", page.afterNumber());
            return parameters;
        }

        @Override
        String place(FailureLine failure) {
            return String.valueOf(failure.id());
        }
    },

    OLDEST("oldest", SqlFile.text("failure/oldest")) {
        @Override
        Map<String, @Nullable Object> after(PageAsked page) {
            return NEWEST.after(page);
        }

        @Override
        String place(FailureLine failure) {
            return NEWEST.place(failure);
        }
    },

    CLASS("class", SqlFile.text("failure/by-class")) {
        @Override
        Map<String, @Nullable Object> after(PageAsked page) {
            var parameters = new HashMap<String, @Nullable Object>();
            var parts = page.after() == null ? null : page.after().split(" ", 2);
            try {
                parameters.put(
                        "afterClass",
                        parts == null ? null : FailureClass.valueOf(parts[0]).name());
                parameters.put("afterId", parts == null ? null : Long.valueOf(parts[parts.length - 1]));
            } catch (IllegalArgumentException ofAnotherList) {
                throw ProblemException.ofField("cursor");
            }
            return parameters;
        }

        @Override
        String place(FailureLine failure) {
            return failure.failureClass() + " " + failure.id();
        }
    },

    ARRIVAL("arrival", SqlFile.text("failure/by-arrival")) {
        @Override
        Map<String, @Nullable Object> after(PageAsked page) {
            var parameters = new HashMap<String, @Nullable Object>();
            var parts = page.after() == null ? null : page.after().split(" ", 2);
            try {
                parameters.put(
                        "afterArrival", parts == null || parts[0].equals("-") ? null : LocalDate.parse(parts[0]));
                parameters.put("afterId", parts == null ? null : Long.valueOf(parts[parts.length - 1]));
            } catch (DateTimeException | NumberFormatException ofAnotherList) {
                throw ProblemException.ofField("cursor");
            }
            return parameters;
        }

        @Override
        String place(FailureLine failure) {
            return (failure.arrival() == null ? "-" : failure.arrival()) + " " + failure.id();
        }
    };

    private final String spelling;
    private final String statement;

    FailureSort(String spelling, String statement) {
        this.spelling = spelling;
        this.statement = statement;
    }

    /**
     * The order that is asked for; the newest first unless said.
     *
     * @throws ProblemException {@code request.invalid}
     */
    static FailureSort of(@Nullable String spelling) {
        for (var sort : values()) {
            if (spelling == null || sort.spelling.equals(spelling)) {
                return sort;
            }
        }
        throw ProblemException.ofField("sort");
    }

    String statement() {
        return statement;
    }

    /** The parameters that say behind which failure the page begins. */
    abstract Map<String, @Nullable Object> after(PageAsked page);

    /** The place of a failure in the list, as its cursor spells it. */
    abstract String place(FailureLine failure);
}
