package io.toritsugi.notify.live;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** One place that routes write to; what it does with an exchange is given to it. */
final class LiveEndpoint extends DefaultEndpoint {

    private final Processor work;

    LiveEndpoint(String uri, Component component, Processor work) {
        super(uri, component);
        this.work = work;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                work.process(exchange);
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("live: is written to, never read from; clients read at /ws/live");
    }
}
