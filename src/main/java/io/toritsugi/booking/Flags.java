package io.toritsugi.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The flags of one booking, collected in any order and told in the order of domain notes §11. */
final class Flags {

    private final Set<Flag> raised = EnumSet.noneOf(Flag.class);
    private final Set<String> marks = new LinkedHashSet<>();

    void raise(Flag flag) {
        raised.add(flag);
    }

    void raiseIf(boolean condition, Flag flag) {
        if (condition) {
            raised.add(flag);
        }
    }

    /** One flag {@code name_mark:…} for each mark. */
    void marks(Collection<String> cutFromName) {
        marks.addAll(cutFromName);
        raiseIf(!marks.isEmpty(), Flag.NAME_MARK);
    }

    List<String> inOrder() {
        if (raised.isEmpty()) {
            return List.of();
        }
        var spellings = new ArrayList<String>();
        for (var flag : raised) {
            if (flag == Flag.NAME_MARK) {
                marks.forEach(mark -> spellings.add(flag.spelling() + ":" + mark));
            } else {
                spellings.add(flag.spelling());
            }
        }
        return spellings;
    }
}
