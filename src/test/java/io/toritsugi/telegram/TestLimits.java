package io.toritsugi.telegram;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The default limits but for some. */
final class TestLimits {

    private TestLimits() {}

    static ReadingLimits withSizes(DataSize telegram, DataSize answer, DataSize memory) {
        var usual = ReadingLimits.defaults();
        return new ReadingLimits(
                telegram,
                answer,
                memory,
                usual.gzipRatio(),
                usual.depth(),
                usual.attributes(),
                usual.attributeSize(),
                usual.nameLength(),
                usual.keyLength(),
                usual.textSize(),
                usual.time());
    }

    static ReadingLimits withTime(Duration time) {
        var usual = ReadingLimits.defaults();
        return new ReadingLimits(
                usual.telegramSize(),
                usual.answerSize(),
                usual.memorySize(),
                usual.gzipRatio(),
                usual.depth(),
                usual.attributes(),
                usual.attributeSize(),
                usual.nameLength(),
                usual.keyLength(),
                usual.textSize(),
                time);
    }
}
