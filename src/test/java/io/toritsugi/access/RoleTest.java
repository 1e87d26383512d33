package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void a_role_covers_those_below_it_and_intake_stands_apart() {
        assertThat(Role.ADMIN.covered()).containsExactly(Role.values());
        assertThat(Role.MANAGER.covered()).containsExactly(Role.MANAGER, Role.OPERATOR, Role.VIEWER);
        assertThat(Role.OPERATOR.covered()).containsExactly(Role.OPERATOR, Role.VIEWER);
        assertThat(Role.VIEWER.covered()).containsExactly(Role.VIEWER);
        assertThat(Role.INTAKE.covered()).containsExactly(Role.INTAKE);
    }
}
