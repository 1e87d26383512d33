package io.toritsugi.routing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the routes are.
 *
 * @param directory the directory of the route files; where it does not exist, the routes in the jar are used
 */
@ConfigurationProperties("toritsugi.routes")
public record RoutingSettings(@DefaultValue("routes") String directory) {}
