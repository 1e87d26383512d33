package io.toritsugi.intake;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Answers a request that failed in a route with a problem document, as the rest of the API does. */
@Component("routeProblems")
class RouteProblems {

    private static final Logger LOG = LoggerFactory.getLogger(RouteProblems.class);

    private final Problems problems;

    RouteProblems(Problems problems) {
        this.problems = problems;
    }

    public byte[] answer(Exchange exchange, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        var request = IntakeDoor.request(exchange);
        var refusal = refusal(cause, request.getRequestURI());
        UntouchedBodyFilter.drain(request);
        var message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, refusal.code().status().value());
        message.setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        return problems.json(refusal, IntakeDoor.language(request), request.getRequestURI());
    }

    private static ProblemException refusal(Throwable cause, String path) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof ProblemException refusal) {
                return refusal;
            }
            if (link instanceof DataAccessException || link instanceof TransactionException) {
                LOG.warn("{} could not be answered, the database is away: {}", path, link.getMessage());
                return new ProblemException(ProblemCode.SYSTEM_DATABASE);
            }
        }
        LOG.error("{} could not be answered", path, cause);
        return new ProblemException(ProblemCode.SYSTEM_UNEXPECTED, Map.of());
    }
}
