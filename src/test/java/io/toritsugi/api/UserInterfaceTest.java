package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class UserInterfaceTest {

    private static final String PAGE = "<!doctype html><title>取次</title>";
    private static final String SCRIPT = "export const words = '取次';";

    @TempDir
    Path folder;

    private MockMvc web;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("index.html"), PAGE);
        Files.writeString(folder.resolve("assets/index-abc123.js"), SCRIPT);
        Files.write(folder.resolve("assets/index-abc123.js.gz"), compressed(SCRIPT));
        Files.writeString(folder.resolve("assets/plain-abc123.js"), SCRIPT);
        web = serving(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/h", "/h/SMP", "/h/SMP/failures/4711", "/h/SMP/reservations?q=a.b"})
    void every_view_is_the_page_and_asked_for_anew(String address) throws Exception {
        var answer = answer(get(address));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.getContentAsString()).isEqualTo(PAGE);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() throws Exception {
        var known = answer(get("/h/SMP")).getHeader("ETag");

        assertThat(answer(get("/h/SMP").header("If-None-Match", known)).getStatus())
                .isEqualTo(304);

        Files.writeString(folder.resolve("index.html"), PAGE + "<p>new</p>");
        assertThat(answer(get("/h/SMP").header("If-None-Match", known)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_file_is_kept_for_a_year() throws Exception {
        var answer = answer(get("/assets/plain-abc123.js"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(SCRIPT);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(answer.getHeader("Content-Encoding")).isNull();
    }

    @Test
    void a_file_goes_out_compressed_to_who_takes_it_so() throws Exception {
        var compressed = answer(get("/assets/index-abc123.js").header("Accept-Encoding", "gzip, deflate, br"));
        var plain = answer(get("/assets/index-abc123.js"));

        assertThat(compressed.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(compressed.getContentType()).startsWith("text/javascript");
        assertThat(compressed.getContentAsByteArray()).isEqualTo(compressed(SCRIPT));
        assertThat(plain.getHeader("Content-Encoding")).isNull();
        assertThat(plain.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/index-old.js", "/assets/", "/assets/%2e%2e/index.html"})
    void what_is_no_file_of_the_build_is_not_found_and_not_kept(String address) throws Exception {
        var answer = web.perform(get(URI.create(address))).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getHeader("Cache-Control")).isNull();
    }

    @Test
    void without_a_build_the_address_says_so() throws Exception {
        Files.delete(folder.resolve("index.html"));

        var answer = answer(get("/"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.getContentAsString()).contains("画面は", "The UI is not part of this build");
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private static MockMvc serving(Path folder) {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(beans ->
                beans.registerSingleton("userInterfaceSettings", new UserInterfaceSettings("file:" + folder + "/")));
        context.register(SpringMvc.class, UserInterfaceFiles.class, UserInterfaceController.class);
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    private static byte[] compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @EnableWebMvc
    static class SpringMvc {}
}
