package io.toritsugi.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container reports by itself (a refused URL, an exception in a filter) is a problem document too. */
@Hidden
@RestController
class ContainerErrors implements ErrorController {

    private final Problems problems;

    ContainerErrors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && DatabaseAway.isCauseOf(failure)) {
            problems.write(request, response, new ProblemException(ProblemCode.SYSTEM_DATABASE));
            return;
        }
        // Called directly, and not by the container, there is no status: then there is nothing at this address.
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        problems.write(request, response, new ProblemException(StatusProblem.of(status)));
    }
}
