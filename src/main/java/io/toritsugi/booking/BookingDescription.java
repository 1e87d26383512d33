package io.toritsugi.booking;

import io.swagger.v3.core.converter.ModelConverters;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A booking goes out as it was stored, as JSON; what that looks like is told to the description of the API here. */
@Configuration(proxyBeanMethods = false)
class BookingDescription {

    @Bean
    OpenApiCustomizer bookingSchema() {
        return description -> ModelConverters.getInstance(true)
                .readAll(Booking.class)
                .forEach(description.getComponents()::addSchemas);
    }
}
