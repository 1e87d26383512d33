package io.toritsugi.intake.sftp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings and a partner for tests that need no application. */
final class Drop {

    static final SftpPartner AGENCY = new SftpPartner("agency", "none", List.of("*"));

    private Drop() {}

    static SftpSettings settings(Path directory, Map<String, String> more) {
        var properties = new HashMap<String, String>();
        properties.put("toritsugi.sftp.enabled", "true");
        properties.put("toritsugi.sftp.directory", directory.toString());
        more.forEach((name, value) -> properties.put("toritsugi.sftp." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("toritsugi.sftp", SftpSettings.class)
                .get();
    }
}
