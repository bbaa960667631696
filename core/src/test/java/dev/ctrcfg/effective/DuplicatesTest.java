// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ContainerdRelease;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Debian's 1.6.20 and 2.1.9 were seen to say of keys and tables that are there twice. */
class DuplicatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[debug]~[debug]|(2, 2): duplicated tables|2 column 2: toml: table debug already exists",
                "[a.\"b.c\".d]~  [a.\"b.c\".d]|(2, 4): duplicated tables|2 column 4: toml: table d already exists",
                "[a]~[a.'b.c']~[a.'b.c']|(3, 2): duplicated tables|3 column 2: toml: table b.c already exists",
                "a = 1~a = 2|(2, 1): The following key was defined twice: a|2 column 1: toml: key a is already defined",
                "[a.\"b.c\"]~\"x y\" = 1~\"x y\" = 2|(3, 1): The following key was defined twice: a.b.c.x y"
                        + "|3 column 1: toml: key x y is already defined",
                "a.b = 1~ a.b = 2|(2, 2): The following key was defined twice: a.b"
                        + "|2 column 2: toml: key b is already defined",
                "[a.b]~[a]~b = 1|(3, 1): The following key was defined twice: a.b"
                        + "|3 column 1: toml: key b is already defined",
                "[p]~a.b = 1~[p.a]||3 column 2: toml: table a already exists as defined by a dotted key",
            })
    void areNamedAsContainerdDoes(String lines, @Nullable String first, String second) {
        if (first != null) {
            assertThat(cause("1.6.20-deb", lines)).isEqualTo("failed to load TOML: a.toml: " + first);
        }
        assertThat(cause("2.1.9-deb", lines)).isEqualTo("failed to unmarshal TOML at row " + second);
    }

    private static String cause(String release, String lines) {
        byte[] text = lines.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        EffectiveConfig config =
                EffectiveConfig.of(ContainerdRelease.parse(release), "a.toml", text, ConfigSource.none());
        return config.verdict().cause().orElseThrow().text();
    }
}
