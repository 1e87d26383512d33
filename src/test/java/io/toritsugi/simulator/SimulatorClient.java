package io.toritsugi.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to the simulator as a PMS would. */
final class SimulatorClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final SimulatorServer simulator;
    private final Duration patience;

    SimulatorClient(SimulatorServer simulator) {
        this(simulator, Duration.ofSeconds(60));
    }

    SimulatorClient(SimulatorServer simulator, Duration patience) {
        this.simulator = simulator;
        this.patience = patience;
    }

    /** Fetches what there is. */
    Reply poll() throws IOException, InterruptedException {
        return call(LincolnService.BOOKING_OUTPUT, "<outputTarget><systemCode>1</systemCode></outputTarget>");
    }

    Reply confirm(String outputId) throws IOException, InterruptedException {
        return call(
                LincolnService.OUTPUT_COMPLETE,
                "<outputTarget><systemCode>1</systemCode><outputId>" + outputId + "</outputId></outputTarget>");
    }

    Reply call(LincolnService service, String content) throws IOException, InterruptedException {
        return call(service, "simulated", content);
    }

    Reply call(LincolnService service, String password, String content) throws IOException, InterruptedException {
        return Reply.read(post(service, password, content).body());
    }

    HttpResponse<byte[]> post(LincolnService service, String password, String content)
            throws IOException, InterruptedException {
        var envelope = """
                <?xml version="1.0" encoding="UTF-8"?>
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:pms="%s"><e:Body><pms:execute><arg0>
                <commonRequest><systemId>TORITSUGI</systemId><pmsUserId>SMP</pmsUserId><pmsPassword>%s</pmsPassword>
                </commonRequest>%s</arg0></pms:execute></e:Body></e:Envelope>
                """.formatted(service.namespace(), password, content);
        return send("POST", simulator.serviceUri(service), "text/xml; charset=UTF-8", envelope);
    }

    HttpResponse<byte[]> control(String method, String path, String json) throws IOException, InterruptedException {
        return send(method, simulator.baseUri().resolve("/simulator/" + path), "application/json", json);
    }

    HttpResponse<byte[]> send(String method, URI address, String contentType, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }
}
