// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of all plugins under a name that is not quite {@code plugins}, {@code plugin} for the most part. */
final class MisspeltPlugins extends FileRule {

    private static final String PLUGINS = "plugins";

    MisspeltPlugins() {
        super("misspelt-plugins", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(LintedFile file, Findings findings) {
        name(file).ifPresent(name -> {
            Key key = Key.of(name);
            findings.add(
                    this,
                    file.spot(key)
                            .problem("containerd has no table \"" + name
                                    + "\" and ignores all that is in it; write plugins")
                            .fixedBy(Fixes.headers(
                                    file, key, header -> Key.of(PLUGINS).resolve(header.tail(1)))));
        });
    }

    /** The name that the file has instead. */
    static Optional<String> name(LintedFile file) {
        for (Map.Entry<String, TomlValue> entry : file.root().entries().entrySet()) {
            String name = entry.getKey();
            boolean near = !name.equalsIgnoreCase(PLUGINS)
                    && entry.getValue() instanceof TomlTable
                    && Similar.nearest(name, List.of(PLUGINS)).isPresent();
            if (near) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
