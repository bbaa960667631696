// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.ReleaseLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentWriterTest {

    private static TomlDocument rewritten(String toml) {
        return TomlDocument.of(TomlDocument.parse(toml).root());
    }

    @Test
    void nestsHeadersByDepthAndPutsKeysFirst() {
        assertThat(rewritten("a.b.c = 'x'\na.'d.e' = {}\nf = [1, 2]\na.g = true"))
                .hasToString("""
                f = [1, 2]

                [a]
                  g = true

                  [a.b]
                    c = "x"

                  [a."d.e"]
                """);
    }

    @Test
    void beginsWithAHeaderIfThereIsNoRootKey() {
        assertThat(rewritten("a = {}")).hasToString("[a]\n");
        assertThat(rewritten("")).hasToString("");
    }

    @Test
    void givesEveryTableOfAnArrayAHeader() {
        assertThat(rewritten("a = [{b = 1, c.d = 2}, {}]\ne = []\nf = [{}, 1]")).hasToString("""
                e = []
                f = [{}, 1]

                [[a]]
                  b = 1

                  [a.c]
                    d = 2

                [[a]]
                """);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatTheDefaultConfigurationSays(ReleaseLine line) {
        TomlTable defaults = DefaultConfig.of(line.newest());

        assertThat(TomlDocument.of(defaults).root()).isEqualTo(defaults);
    }

    @Test
    void isReadByTheReleaseItself() {
        for (ReleaseLine line : ReleaseLine.values()) {
            ContainerdRelease release = line.newest();
            TomlDocument document = TomlDocument.of(DefaultConfig.of(release));

            assertThat(release.tomlDialect().refusals(document))
                    .as("%s", release)
                    .isEmpty();
        }
    }
}
