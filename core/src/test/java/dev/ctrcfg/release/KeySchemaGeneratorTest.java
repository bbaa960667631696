// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the schema resource when asked to, and otherwise holds it against the measurements. */
class KeySchemaGeneratorTest {

    @Test
    void resourceIsWhatTheMeasurementsSay() throws IOException {
        Path containerd = SharedData.path("containerd");
        if (Boolean.getBoolean("ctrcfg.generate")) {
            KeySchemaGenerator.update(containerd);
        } else {
            assertThat(Resources.read("keys.txt")).isEqualTo(KeySchemaGenerator.generate(containerd));
        }
    }

    @Test
    void goFieldsAreWhatTheMeasurementsSay() throws IOException {
        Path containerd = SharedData.path("containerd");
        if (Boolean.getBoolean("ctrcfg.generate")) {
            GoFieldsGenerator.update(containerd);
        } else {
            assertThat(Resources.read("go-fields.txt")).isEqualTo(GoFieldsGenerator.generate(containerd));
        }
    }
}
