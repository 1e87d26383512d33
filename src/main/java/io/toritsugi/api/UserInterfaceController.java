package io.toritsugi.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The UI's one page, at every address that the UI gives its views, so that a view can be reloaded and sent to a colleague. A
 * browser asks each time whether it is still the newest: it names the files of the version that it belongs to.
 */
@Hidden
@RestController
class UserInterfaceController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private static final String NOT_BUILT = """
            画面はこの構成に含まれていません。API の説明は /docs にあります。
            The UI is not part of this build. The API is described at /docs.
            """;

    private final ResourceLoader resources;
    private final UserInterfaceSettings settings;

    UserInterfaceController(ResourceLoader resources, UserInterfaceSettings settings) {
        this.resources = resources;
        this.settings = settings;
    }

    @GetMapping({"/", "/sign-in", "/h", "/h/**"})
    ResponseEntity<byte[]> page() throws IOException {
        var page = resources.getResource(settings.location() + "index.html");
        if (!page.exists()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(TEXT)
                    .cacheControl(CacheControl.noStore())
                    .body(NOT_BUILT.getBytes(StandardCharsets.UTF_8));
        }
        var html = page.getContentAsByteArray();
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag('"' + DigestUtils.md5DigestAsHex(html) + '"')
                .body(html);
    }
}
