package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.api.ProblemException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

@HttpTest
@Import(RouteCallerTest.Probe.class)
@DirtiesContext // nobody else needs it
class RouteCallerTest {

    @LocalServerPort
    int port;

    @Test
    void a_route_on_a_thread_of_its_own_learns_who_calls_and_for_which_hotel() {
        var admin = Http.admin(port);
        var own = admin.newHotel();
        var other = admin.newHotel();
        var bound = Http.withKey(port, admin.newKey("INTAKE", own).get("key").asText());
        var all = Http.withKey(port, HttpTest.INTAKE_KEY);

        assertThat(bound.post("/ota/probe/" + own, Map.of()).response().body()).isEqualTo("key:test for " + own);
        assertThat(all.post("/ota/probe/" + other, Map.of()).response().body()).isEqualTo("key:intake for " + other);
        assertThat(bound.post("/ota/probe/" + other, Map.of()).response().body())
                .isEqualTo("access.forbidden_hotel");
        assertThat(all.post("/ota/probe/NO-SUCH", Map.of()).response().body()).isEqualTo("hotel.unknown");
        assertThat(Http.nobody(port).post("/ota/probe/" + own, Map.of()).status())
                .isEqualTo(401);
        assertThat(admin.post("/ota/probe/" + own, Map.of()).status())
                .as("a session is no way in for telegrams")
                .isEqualTo(401);
    }

    static class Probe {

        @Autowired
        HotelAccess hotels;

        @Bean
        RouteBuilder probe() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("platform-http:/ota/probe/{hotel}?httpMethodRestrict=POST")
                            .routeId("probe")
                            .process(Probe.this::answer);
                }
            };
        }

        private void answer(Exchange exchange) {
            var caller =
                    Caller.of(exchange.getMessage(PlatformHttpMessage.class).getRequest());
            try {
                var hotel = hotels.requireIntake(caller, exchange.getMessage().getHeader("hotel", String.class));
                exchange.getMessage().setBody(caller.name() + " for " + hotel.code());
            } catch (ProblemException refusal) {
                exchange.getMessage().setBody(refusal.code().code());
            }
        }
    }
}
