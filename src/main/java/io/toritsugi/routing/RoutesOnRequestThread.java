package io.toritsugi.routing;

import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Runs what {@code platform-http} routes do on the thread that the server gave to the request. The starter would hand each
 * request to a thread of another pool and leave this one waiting: twice the threads, and two changes of thread a telegram.
 */
@Component
class RoutesOnRequestThread implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SpringBootPlatformHttpEngine engine
                ? new SpringBootPlatformHttpEngine(engine.getServerPort(), Runnable::run)
                : bean;
    }
}
