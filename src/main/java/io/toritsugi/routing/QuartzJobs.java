package io.toritsugi.routing;

import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.Scheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Routes that are started by the clock share one scheduler, which keeps its jobs in the database and clusters them. */
@Configuration(proxyBeanMethods = false)
class QuartzJobs {

    // camel-quartz without its starter ignores camel.component.* properties: configured here.
    @Bean("quartz")
    QuartzComponent quartz(Scheduler scheduler) {
        var component = new QuartzComponent();
        component.setScheduler(scheduler);
        component.setAutoStartScheduler(false); // Spring starts and stops it
        return component;
    }
}
