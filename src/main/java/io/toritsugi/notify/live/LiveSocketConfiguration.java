package io.toritsugi.notify.live;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** {@code /ws/live}, on the port of everything else. */
@Configuration(proxyBeanMethods = false)
class LiveSocketConfiguration {

    static final String PATH = "/ws/live";

    @Bean
    HandlerMapping liveSocketMapping(LiveSockets sockets, SameOriginSession door) {
        var handler = new WebSocketHttpRequestHandler(sockets, new DefaultHandshakeHandler());
        handler.getHandshakeInterceptors().add(door);
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of(PATH, handler));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return mapping;
    }
}
