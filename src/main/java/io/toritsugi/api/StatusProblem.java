package io.toritsugi.api;

/** What a bare HTTP status means, where nobody said more. */
final class StatusProblem {

    private StatusProblem() {}

    static ProblemCode of(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.REQUEST_NOT_FOUND;
            case 405 -> ProblemCode.REQUEST_METHOD;
            case 406 -> ProblemCode.REQUEST_NOT_ACCEPTABLE;
            case 413 -> ProblemCode.REQUEST_TOO_LARGE;
            case 415 -> ProblemCode.REQUEST_MEDIA_TYPE;
            case 503 -> ProblemCode.SYSTEM_DATABASE;
            default -> status >= 400 && status < 500 ? ProblemCode.REQUEST_REFUSED : ProblemCode.SYSTEM_UNEXPECTED;
        };
    }
}
