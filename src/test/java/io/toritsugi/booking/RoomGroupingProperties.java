package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However the rows of a booking are shuffled, the same rooms come out, with every night priced. */
class RoomGroupingProperties {

    private static final LocalDate CHECK_IN = LocalDate.of(2027, 3, 5);

    @Property(tries = 300)
    void shuffled_rows_give_the_same_rooms_with_every_night_priced(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 4) Integer> codes,
            @ForAll @IntRange(min = 1, max = 12) int nights,
            @ForAll Random random) {
        var rows = rows(codes, nights, random);
        var prices = rows.stream()
                .map(row -> row.code + row.night + ":" + row.yen)
                .sorted()
                .toList();
        Collections.shuffle(rows, random);

        var stay = stay(rows, codes.size(), nights);

        assertThat(stay.rooms())
                .extracting(BookedRoom::code)
                .containsExactlyInAnyOrderElementsOf(
                        codes.stream().map(RoomGroupingProperties::code).toList());
        assertThat(stay.rooms()).allSatisfy(room -> {
            assertThat(room.firstNight()).isEqualTo(CHECK_IN);
            assertThat(room.amounts()).hasSize(nights);
        });
        assertThat(pricesOf(stay)).isEqualTo(prices);
        assertThat(stay.flags()).isEmpty();
    }

    @Property(tries = 200)
    void rows_that_lack_one_night_are_never_taken_for_a_whole_stay(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 3) Integer> codes,
            @ForAll @IntRange(min = 2, max = 8) int nights,
            @ForAll Random random) {
        var rows = rows(codes, nights, random);
        Collections.shuffle(rows, random);
        var lost = rows.remove(0);

        var refusal = draft(rows, codes.size(), nights).refusal();

        assertThat(refusal.code().code()).isEqualTo("validation.nights_missing");
        assertThat(refusal.arguments().get("nights"))
                .contains(CHECK_IN.plusDays(lost.night).toString());
    }

    private static List<Row> rows(List<Integer> codes, int nights, Random random) {
        var rows = new ArrayList<Row>();
        for (var code : codes) {
            for (int night = 0; night < nights; night++) {
                rows.add(new Row(code(code), night, random.nextInt(100_000)));
            }
        }
        return rows;
    }

    private static BookedStay stay(List<Row> rows, int rooms, int nights) {
        return draft(rows, rooms, nights).stay();
    }

    private static TelegramDraft draft(List<Row> rows, int rooms, int nights) {
        var draft = TelegramDraft.withoutRooms().with(telegram -> {
            telegram.basic.checkOutDate = CHECK_IN.plusDays(nights).toString();
            telegram.basic.nights = String.valueOf(nights);
            telegram.basic.totalRoomCount = String.valueOf(rooms);
        });
        rows.forEach(row -> draft.night(row.code, CHECK_IN.plusDays(row.night).toString(), String.valueOf(row.yen)));
        return draft;
    }

    private static List<String> pricesOf(BookedStay stay) {
        return stay.rooms().stream()
                .flatMap(room -> IntStream.range(0, room.amounts().size())
                        .mapToObj(night ->
                                room.code() + night + ":" + room.amounts().get(night)))
                .sorted()
                .toList();
    }

    private static String code(int number) {
        return "000" + number;
    }

    private record Row(String code, int night, int yen) {}
}
