package io.toritsugi.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a caller may do. ADMIN covers all others; MANAGER covers OPERATOR, and that covers VIEWER. INTAKE stands apart: it
 * brings telegrams and sees nothing else.
 */
public enum Role {
    ADMIN,
    MANAGER,
    OPERATOR,
    VIEWER,
    INTAKE;

    /** Whether who has this role may do what the other one may. */
    public boolean covers(Role other) {
        return switch (this) {
            case ADMIN -> true;
            case MANAGER -> other == MANAGER || OPERATOR.covers(other);
            case OPERATOR -> other == OPERATOR || VIEWER.covers(other);
            case VIEWER -> other == VIEWER;
            case INTAKE -> other == INTAKE;
        };
    }

    List<Role> covered() {
        return Stream.of(values()).filter(this::covers).toList();
    }
}
