// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Targets for coverage-guided fuzzing of what commands do; a find is added to {@code testdata/fuzz}. */
class CommandFuzzTest {

    @FuzzTest(maxDuration = "30m")
    void patch(byte[] data) {
        CommandTargets.patch(data);
    }

    @FuzzTest(maxDuration = "30m")
    void migrate(byte[] data) {
        CommandTargets.migrate(data);
    }

    @FuzzTest(maxDuration = "30m")
    void load(byte[] data) {
        CommandTargets.load(data);
    }

    @FuzzTest(maxDuration = "30m")
    void lint(byte[] data) {
        CommandTargets.lint(data);
    }

    @FuzzTest(maxDuration = "30m")
    void diff(byte[] data) {
        CommandTargets.diff(data);
    }
}
