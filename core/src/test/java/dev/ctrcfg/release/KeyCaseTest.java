// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCaseTest {

    @ParameterizedTest
    @CsvSource({
        "SystemdCgroup, SystemdCgroup, true, true, true",
        "SystemdCgroup, systemdcgroup, true, true, true",
        "SystemdCgroup, SYSTEMDCGROUP, true, true, true",
        "SystemdCgroup, systemdCgroup, true, true, true",
        "SystemdCgroup, Systemdcgroup, true, false, true",
        "SystemdCgroup, systemd_cgroup, false, false, false",
        "runtime_type, Runtime_Type, true, false, true",
        "state, STATE, true, true, true",
        "root, Root, true, false, true",
        "root, roo, false, false, false",
        "state, \u017ftate, true, false, false",
        "default_runtime_name, default_runtime_name, true, true, true"
    })
    void takesTheSpellingsOfItsLibrary(String name, String key, boolean folded, boolean forms, boolean lowered) {
        assertThat(KeyCase.FOLDED.matches(name, key)).isEqualTo(folded);
        assertThat(KeyCase.FOUR_FORMS.matches(name, key)).isEqualTo(forms);
        assertThat(KeyCase.LOWERED.matches(name, key)).isEqualTo(lowered);
    }

    @Test
    void prefersTheFirstFormOfFour() {
        List<String> keys = List.of("binaryName", "BINARYNAME", "binaryname", "BinaryName");

        assertThat(KeyCase.FOUR_FORMS.choose("BinaryName", keys)).contains("BinaryName");
        assertThat(KeyCase.FOUR_FORMS.choose("BinaryName", keys.subList(0, 3))).contains("binaryname");
        assertThat(KeyCase.FOUR_FORMS.choose("BinaryName", keys.subList(0, 2))).contains("BINARYNAME");
    }

    @Test
    void letsTheLastSpellingWinWhereCaseDoesNotCount() {
        List<String> keys = List.of("BinaryName", "binaryname", "other");

        assertThat(KeyCase.LOWERED.choose("BinaryName", keys)).contains("binaryname");
        assertThat(KeyCase.LOWERED.choose("Root", keys)).isEmpty();
    }
}
