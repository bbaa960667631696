// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Debian's 2.1.9 was seen to make of lists that several files add to. */
class ImportListsTest {

    @TempDir
    Path folder;

    private TomlTable root(String release) {
        ConfigSource source = FileConfigSource.ofThisMachine();
        return EffectiveConfig.load(
                        ContainerdRelease.parse(release),
                        source,
                        folder.resolve("a.toml").toString())
                .root();
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.toml"), """
                version = 3
                imports = ["b.toml", "b.toml", "c.toml"]
                disabled_plugins = ["x.a", "x.a", "x.b"]
                """);
        Files.writeString(folder.resolve("b.toml"), """
                version = 3
                imports = ["c.toml", "c.toml", "z*.toml", "z*.toml"]
                disabled_plugins = ["x.b", "x.c", "x.c"]
                """);
        Files.writeString(folder.resolve("c.toml"), "version = 3\ndisabled_plugins = ['x.d']\n");
    }

    @Test
    void theFirstListOfImportsIsTakenAsItIs() {
        assertThat(root("2.1").get("imports")).contains(TomlValue.parse("['b.toml', 'b.toml', 'c.toml', 'z*.toml']"));
    }

    @Test
    void aListWithADefaultTakesEveryElementOnce() {
        assertThat(root("2.1").get("disabled_plugins")).contains(TomlValue.parse("['x.a', 'x.b', 'x.c', 'x.d']"));
        assertThat(root("2.2").get("imports"))
                .contains(TomlValue.parse("['/etc/containerd/conf.d/*.toml', 'b.toml', 'c.toml', 'z*.toml']"));
    }
}
