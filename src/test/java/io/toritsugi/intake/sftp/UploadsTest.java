package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    private static final String FILE = "inbox/SMP/a.xml";

    @TempDir
    Path directory;

    private PartnerFolders folders;
    private Uploads uploads;

    @BeforeEach
    void make_folders() throws IOException {
        folders = new PartnerFolders(Drop.settings(directory, Map.of()));
        folders.make(Drop.AGENCY);
        uploads = new Uploads(folders);
    }

    @Test
    void a_file_that_was_closed_in_good_order_may_be_taken() throws IOException {
        uploads.begin("agency", FILE);
        assertThat(mayBeTaken()).isFalse();

        uploads.end("agency", FILE, true);

        assertThat(mayBeTaken()).isTrue();
    }

    @Test
    void a_file_of_which_a_part_could_not_be_written_is_not_whole_whatever_its_writer_does() throws IOException {
        uploads.begin("agency", FILE);
        uploads.spoil("agency", FILE);
        uploads.end("agency", FILE, true);

        assertThat(mayBeTaken()).isFalse();
        assertThat(uploads.broken("agency")).extracting(Uploads.Broken::file).containsExactly(FILE);
    }

    @Test
    void half_a_file_is_still_half_a_file_after_a_crash() throws IOException {
        uploads.begin("agency", FILE);

        uploads = new Uploads(folders);

        assertThat(mayBeTaken()).isFalse();
        assertThat(uploads.broken("agency")).hasSize(1);
    }

    @Test
    void a_file_sent_again_is_whole() throws IOException {
        uploads.begin("agency", FILE);
        uploads.end("agency", FILE, false);
        uploads.begin("agency", FILE);
        uploads.end("agency", FILE, true);

        assertThat(mayBeTaken()).isTrue();
        assertThat(uploads.broken("agency")).isEmpty();
    }

    @Test
    void one_of_two_writers_who_breaks_off_spoils_the_file() throws IOException {
        uploads.begin("agency", FILE);
        uploads.begin("agency", FILE);
        uploads.end("agency", FILE, false);
        assertThat(uploads.broken("agency")).as("somebody still writes").isEmpty();

        uploads.end("agency", FILE, true);

        assertThat(mayBeTaken()).isFalse();
    }

    @Test
    void who_could_not_open_a_file_leaves_it_as_it_was() throws IOException {
        uploads.begin("agency", FILE);
        uploads.giveUp("agency", FILE);

        assertThat(mayBeTaken()).isTrue();
    }

    @Test
    void what_is_too_long_stays_so_under_another_name() throws IOException {
        uploads.begin("agency", FILE);
        uploads.tooLarge("agency", FILE);
        uploads.end("agency", FILE, true);
        uploads.renamed("agency", FILE, "inbox/SMP/b.xml");

        assertThat(uploads.broken("agency")).singleElement().satisfies(broken -> {
            assertThat(broken.file()).isEqualTo("inbox/SMP/b.xml");
            assertThat(broken.tooLarge()).isTrue();
        });
    }

    @Test
    void a_file_put_in_the_place_of_a_broken_one_is_whole() throws IOException {
        uploads.begin("agency", FILE);
        uploads.end("agency", FILE, false);
        uploads.renamed("agency", "inbox/SMP/whole.xml", FILE);

        assertThat(mayBeTaken()).isTrue();
    }

    @Test
    void a_mark_has_a_name_of_bounded_length() throws IOException {
        uploads.begin("agency", "inbox/" + "予".repeat(80) + "/" + "約".repeat(80) + "/" + "a".repeat(255));

        try (var marks = Files.list(folders.uploads("agency"))) {
            assertThat(marks).hasSize(1);
        }
    }

    private boolean mayBeTaken() throws IOException {
        return uploads.take("agency", FILE, () -> {});
    }
}
