package io.toritsugi.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Loads the routes, one file after the other: from the directory {@code routes/} where there is one, else from the jar. A
 * broken file is reported and left out; it takes no other route with it and does not stop the application, which Camel's own
 * loader would.
 */
@Component
public class RouteFiles implements CamelContextConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
    private static final String SUFFIX = ".camel.yaml";

    private final RoutingSettings settings;
    private final Map<String, Optional<String>> states = new LinkedHashMap<>();
    private final Map<String, String> sources = new ConcurrentHashMap<>();

    RouteFiles(RoutingSettings settings) {
        this.settings = settings;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        // Bodies are records of our own; only the door reads a stream, and it must not be copied first.
        camel.setStreamCaching(false);
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        List<Loaded> loaded = new ArrayList<>();
        for (var file : files()) {
            parse(camel, file).ifPresent(loaded::add);
        }
        // The handling of errors has to be known before the first route that refers to it.
        loaded.forEach(file -> attempt(camel, file, () -> {
            for (var builder : file.builders()) {
                camel.addRoutesConfigurations(configurations(builder));
            }
        }));
        loaded.forEach(file -> attempt(camel, file, () -> {
            for (var builder : file.builders()) {
                camel.addRoutes(builder);
            }
        }));
        // Last, for a template may stand in another file.
        loaded.forEach(file -> attempt(camel, file, () -> {
            for (var builder : file.builders()) {
                camel.addTemplatedRoutes(builder);
            }
        }));
    }

    /** By file: why it could not be loaded; empty for a file whose routes run. */
    public Map<String, Optional<String>> states() {
        return Map.copyOf(states);
    }

    /** The name of the file that brought a route; empty for one that is made by code. */
    Optional<String> fileOf(String routeId) {
        return Optional.ofNullable(sources.get(routeId));
    }

    private Optional<Loaded> parse(CamelContext camel, Resource file) {
        var name = name(file);
        states.put(name, Optional.empty());
        try {
            return Optional.of(new Loaded(
                    name, List.copyOf(PluginHelper.getRoutesLoader(camel).findRoutesBuilders(file))));
        } catch (Exception broken) {
            report(name, broken);
            return Optional.empty();
        }
    }

    private void attempt(CamelContext camel, Loaded file, Step step) {
        if (states.get(file.name()).isPresent()) {
            return;
        }
        var before = camel.getRoutes().stream().map(Route::getRouteId).collect(Collectors.toSet());
        try {
            step.run();
        } catch (Exception broken) {
            report(file.name(), broken);
        }
        // Noted here, for a route that a template made does not know itself where it comes from.
        camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(route -> !before.contains(route))
                .forEach(route -> sources.put(route, file.name()));
    }

    private void report(String file, Exception broken) {
        states.put(file, Optional.of(String.valueOf(broken.getMessage())));
        LOG.error("The routes of {} are not running: the file cannot be loaded", file, broken);
    }

    private static org.apache.camel.RouteConfigurationsBuilder configurations(RoutesBuilder builder) {
        return builder instanceof org.apache.camel.RouteConfigurationsBuilder configurations
                ? configurations
                : new org.apache.camel.builder.RouteConfigurationBuilder() {
                    @Override
                    public void configuration() {
                        // a file of routes only
                    }
                };
    }

    private List<Resource> files() {
        var directory = Path.of(settings.directory());
        return Files.isDirectory(directory) ? filesIn(directory) : packagedFiles();
    }

    private static List<Resource> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> ResourceHelper.fromBytes("file:" + file, bytes(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("Cannot list the routes in " + directory, unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("Cannot read the routes of " + file, unreadable);
        }
    }

    private static List<Resource> packagedFiles() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath:routes/*" + SUFFIX);
            return Stream.of(found)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .map(RouteFiles::packaged)
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("Cannot list the packaged routes", unreadable);
        }
    }

    private static Resource packaged(org.springframework.core.io.Resource file) {
        try {
            return ResourceHelper.fromBytes("classpath:routes/" + file.getFilename(), file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("Cannot read the packaged routes of " + file, unreadable);
        }
    }

    private static String name(Resource file) {
        return file.getLocation().substring(file.getLocation().lastIndexOf('/') + 1);
    }

    private record Loaded(String name, List<RoutesBuilder> builders) {}

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
