package io.toritsugi.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What Vitest wrote down, in the form of JUnit's reports. */
final class StoryReport {

    private StoryReport() {}

    static List<Story> read(Path report) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var cases = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
            return IntStream.range(0, cases.getLength())
                    .mapToObj(index -> story((Element) cases.item(index)))
                    .toList();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("The report cannot be read: " + report, unreadable);
        }
    }

    private static Story story(Element testcase) {
        var failures = testcase.getElementsByTagName("failure");
        var errors = testcase.getElementsByTagName("error");
        var wrong = failures.getLength() > 0 ? failures : errors;
        return new Story(
                testcase.getAttribute("classname") + ": " + testcase.getAttribute("name"),
                wrong.getLength() == 0 ? null : wrong.item(0).getTextContent() + said(testcase),
                testcase.getElementsByTagName("skipped").getLength() > 0);
    }

    /** What the page said last, see {@code Desk.lookBack}. */
    private static String said(Element testcase) {
        var said = testcase.getElementsByTagName("system-out");
        return said.getLength() == 0 ? "" : said.item(0).getTextContent();
    }

    /** That nothing went wrong beside the stories: a file that could not be loaded, an error that nobody awaited. */
    static DynamicTest whole(int exit, List<Story> stories, String log) {
        return DynamicTest.dynamicTest("nothing went wrong beside the stories", () -> {
            if (stories.stream().allMatch(Story::wentWell)) {
                assertThat(exit).as(log).isZero();
            }
        });
    }

    /**
     * One story.
     *
     * @param failure what went wrong; null when nothing did
     */
    record Story(String name, @Nullable String failure, boolean skipped) {

        boolean wentWell() {
            return failure == null && !skipped;
        }

        DynamicTest test() {
            return DynamicTest.dynamicTest(name, () -> {
                assertThat(skipped).as("a story is told, or it is not there").isFalse();
                if (failure != null) {
                    Assertions.fail(failure);
                }
            });
        }
    }
}
