package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptNameTest {

    @Test
    void the_first_of_a_name_keeps_it_and_the_others_are_numbered_before_the_ending() {
        assertThat(KeptName.numbered("SMP/a.xml", 1)).isEqualTo("SMP/a.xml");
        assertThat(KeptName.numbered("SMP/a.xml", 2)).isEqualTo("SMP/a-2.xml");
        assertThat(KeptName.numbered("SMP/answer.xml.gz", 3)).isEqualTo("SMP/answer-3.xml.gz");
        assertThat(KeptName.numbered("SMP/group.1/plain", 2)).isEqualTo("SMP/group.1/plain-2");
    }

    @Test
    void the_longest_name_leaves_room_for_a_number_and_a_note() {
        var kept = KeptName.numbered("SMP/" + "予".repeat(80) + "約".repeat(3) + ".xml", 99_999);

        var name = kept.substring("SMP/".length());
        assertThat(name).endsWith("-99999.xml").startsWith("予予");
        assertThat((name + KeptName.NOTE).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void a_character_of_two_parts_is_not_cut_in_the_middle() {
        var kept = KeptName.numbered("𠮷".repeat(63), 2);

        assertThat(kept).doesNotContain("?").matches("(𠮷)+-2");
    }

    @Test
    void an_ending_that_is_longer_than_a_name_may_be_is_shortened_too() {
        assertThat(KeptName.numbered("a." + "b".repeat(250), 1).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(230);
    }
}
