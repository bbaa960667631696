// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Debian's 1.6.20, 1.7.24 and 2.1.9 were seen to make of a whole number where a float belongs. */
class FloatsTest {

    private static final String FILE = """
            version = 2
            [plugins."io.containerd.gc.v1.scheduler"]
            pause_threshold = 3
            """;

    private static EffectiveConfig config(String release) {
        byte[] text = FILE.getBytes(StandardCharsets.UTF_8);
        return EffectiveConfig.of(ContainerdRelease.parse(release), "a.toml", text, ConfigSource.none());
    }

    @Test
    void theSecondLibraryTakesIt() {
        Key key = Key.of("plugins", "io.containerd.gc.v1.scheduler", "pause_threshold");

        assertThat(config("2.1").root().find(key)).contains(TomlValue.of(3.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.6.20-deb", "1.7.24-deb"})
    void theFirstOneRefusesIt(String release) {
        assertThat(config(release).verdict().cause().orElseThrow().text())
                .isEqualTo("(3, 1): Can't convert 3(int64) to float64");
    }
}
