package io.toritsugi.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the built UI lies.
 *
 * @param location a folder as Spring names resources, with {@code index.html} and {@code assets/}; ends in a slash
 */
@ConfigurationProperties("toritsugi.ui")
record UserInterfaceSettings(
        @DefaultValue("classpath:/static/") String location) {

    UserInterfaceSettings {
        if (!location.endsWith("/")) {
            throw new IllegalArgumentException(
                    "toritsugi.ui.location: expected a folder that ends in a slash, found " + location);
        }
    }
}
