// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Targets for coverage-guided fuzzing; a find is added to {@code testdata/fuzz}. */
class TomlFuzzTest {

    @FuzzTest(maxDuration = "30m")
    void parse(byte[] data) {
        FuzzTargets.parse(data);
    }

    @FuzzTest(maxDuration = "30m")
    void edit(byte[] data) {
        FuzzTargets.edit(data);
    }
}
