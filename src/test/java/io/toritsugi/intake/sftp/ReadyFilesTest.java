package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReadyFilesTest {

    private static final int MANY = 100_000;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock(Instant.now());
    private ReadyFiles ready;
    private Path inbox;

    @BeforeEach
    void make_folders() throws IOException {
        var settings = Drop.settings(directory, Map.of());
        var folders = new PartnerFolders(settings);
        folders.make(Drop.AGENCY);
        inbox = folders.inbox("agency");
        Files.createDirectories(inbox.resolve("SMP"));
        ready = new ReadyFiles(folders, settings, clock);
    }

    @Test
    void a_file_is_ready_when_it_has_not_changed_for_a_while() throws IOException {
        Files.writeString(inbox.resolve("SMP/a.xml"), "a");

        assertThat(ready.look(Drop.AGENCY).ready()).isEmpty();
        assertThat(ready.look(Drop.AGENCY).waiting()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(5));

        assertThat(ready.look(Drop.AGENCY).ready())
                .extracting(DroppedFile::path)
                .containsExactly("SMP/a.xml");
        assertThat(ready.look(Drop.AGENCY).longestWait()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void a_date_that_a_client_set_makes_no_file_older() throws IOException {
        var file = Files.writeString(inbox.resolve("SMP/a.xml"), "a");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertThat(ready.look(Drop.AGENCY).ready()).isEmpty();
    }

    @Test
    void temporary_names_links_and_what_lies_too_deep_are_left_alone() throws IOException {
        for (var name : new String[] {".a.xml", "a.xml.part", "a.xml.FILEPART", "a.tmp", "a.xml~"}) {
            Files.writeString(inbox.resolve("SMP").resolve(name), "a");
        }
        Files.createSymbolicLink(inbox.resolve("SMP/link.xml"), directory.resolve("folder_id"));
        Files.createDirectories(inbox.resolve("SMP/a/b/c"));
        Files.writeString(inbox.resolve("SMP/a/b/deep.xml"), "a");
        clock.pass(Duration.ofSeconds(5));

        assertThat(ready.look(Drop.AGENCY).ready()).isEmpty();
        assertThat(ready.look(Drop.AGENCY).waiting()).isZero();
    }

    @Test
    void an_empty_folder_goes_when_it_has_rested_and_a_hotels_folder_stays() throws IOException {
        Files.createDirectories(inbox.resolve("SMP/group"));
        ready.look(Drop.AGENCY);
        assertThat(inbox.resolve("SMP/group")).exists();

        clock.pass(Duration.ofMinutes(2));
        ready.look(Drop.AGENCY);

        assertThat(inbox.resolve("SMP/group")).doesNotExist();
        assertThat(inbox.resolve("SMP")).exists();
    }

    @Test
    void of_a_hundred_thousand_files_the_oldest_are_handed_out_and_all_are_counted() throws IOException {
        var first = Files.createFile(inbox.resolve("SMP/z-first.xml"));
        var changed = (FileTime) Files.getAttribute(first, "unix:ctime");
        for (int number = 1; number < MANY; number++) {
            Files.createFile(inbox.resolve("SMP/" + number + ".xml"));
        }
        clock.pass(Duration.ofMinutes(5));

        var look = ready.look(Drop.AGENCY);

        assertThat(look.waiting()).isEqualTo(MANY);
        assertThat(look.ready()).hasSize(ReadyFiles.MOST);
        assertThat(look.ready()).extracting(DroppedFile::path).contains("SMP/z-first.xml");
        assertThat(look.longestWait()).isEqualTo(clock.millis() - changed.toMillis());
    }
}
