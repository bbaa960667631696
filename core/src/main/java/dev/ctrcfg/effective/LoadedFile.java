// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read and decoded.
 *
 * @param file the file
 * @param config what it gives, under containerd's names, with the tables of plugins as they are written
 */
record LoadedFile(SourceFile file, Branch config) {

    static final String VERSION = "version";
    static final String IMPORTS = "imports";
    static final String PLUGINS = "plugins";

    /** The version that the file states, 0 for none. */
    long version() {
        return version(config);
    }

    static long version(Branch config) {
        Node version = config.get(VERSION);
        return version != null && version.value() instanceof TomlInteger number ? number.value() : 0;
    }

    List<String> imports() {
        return strings(config.get(IMPORTS));
    }

    static List<String> strings(@Nullable Node node) {
        List<String> strings = new ArrayList<>();
        if (node != null && node.value() instanceof TomlArray array) {
            for (TomlValue item : array.items()) {
                if (item instanceof TomlString string) {
                    strings.add(string.value());
                }
            }
        }
        return strings;
    }
}
