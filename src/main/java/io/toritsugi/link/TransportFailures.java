package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Says what it means that a call ended without an answer. */
final class TransportFailures {

    private TransportFailures() {}

    /** The failure behind an exception of the HTTP client, and whether the request may have been carried out. */
    static RemoteFailedException of(Throwable thrown, RemoteService service, String address) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var code = code(cause);
            if (code != null) {
                return failed(code, service, address, cause);
            }
        }
        return failed(FailureCode.REMOTE_UNREACHABLE, service, address, thrown);
    }

    private static @Nullable FailureCode code(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return FailureCode.REMOTE_HOST_UNKNOWN;
        }
        if (cause instanceof ConnectTimeoutException) {
            return FailureCode.REMOTE_CONNECT_TIMEOUT;
        }
        if (cause instanceof SocketTimeoutException) {
            return FailureCode.REMOTE_READ_TIMEOUT;
        }
        if (cause instanceof SSLException) {
            return FailureCode.REMOTE_TLS;
        }
        if (cause instanceof NoRouteToHostException) {
            return FailureCode.REMOTE_UNREACHABLE;
        }
        if (cause instanceof ConnectException) {
            return FailureCode.REMOTE_REFUSED;
        }
        boolean lost = cause instanceof NoHttpResponseException
                || cause instanceof ConnectionClosedException
                || cause instanceof SocketException;
        return lost ? FailureCode.REMOTE_ANSWER_LOST : null;
    }

    private static RemoteFailedException failed(
            FailureCode code, RemoteService service, String address, Throwable cause) {
        var facts = Map.of(
                "service", service.spelling(),
                "host", host(address),
                "reason", cause.getClass().getSimpleName());
        return new RemoteFailedException(new Failure(code, AnswerJudgement.STAGE, facts), fate(cause));
    }

    /** Whether the request can have left: it has not where there was no connection yet. */
    private static Fate fate(Throwable cause) {
        boolean notConnected = cause instanceof UnknownHostException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException;
        return notConnected ? Fate.NOT_SENT : Fate.UNKNOWN;
    }

    private static String host(String address) {
        var uri = URI.create(address);
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
