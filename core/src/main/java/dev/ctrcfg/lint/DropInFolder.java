// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder beside a file that is named as those for drop-ins are.
 *
 * @param name its name
 * @param files the names of the files in it that configure containerd, in order
 */
record DropInFolder(String name, List<String> files) {

    /** What the distributions' and the installers' own configurations import. */
    private static final List<String> USUAL = List.of("conf.d", "config.d");

    private static final String MAIN_FILE = "config.toml";

    /** The folders beside a file: the usual ones belong to the main file, {@code NAME.d} to the file of that name. */
    static List<DropInFolder> beside(String file, ConfigSource source) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        List<String> names = new ArrayList<>(base.equals(MAIN_FILE) ? USUAL : List.of());
        names.add(base + ".d");
        List<DropInFolder> folders = new ArrayList<>();
        for (String name : names) {
            List<String> files = files(GoPath.join(GoPath.directory(file), name), source);
            if (!files.isEmpty()) {
                folders.add(new DropInFolder(name, files));
            }
        }
        return List.copyOf(folders);
    }

    private static List<String> files(String folder, ConfigSource source) {
        List<String> found = new ArrayList<>();
        try {
            for (String name : source.list(folder)) {
                if (name.endsWith(".toml") && configures(GoPath.join(folder, name), source)) {
                    found.add(name);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        found.sort(null);
        return List.copyOf(found);
    }

    private static boolean configures(String file, ConfigSource source) {
        try {
            TomlTable root = TomlDocument.parse(source.read(file)).root();
            return root.get("plugins").isPresent()
                    || root.get("version").isPresent()
                    || root.get("proxy_plugins").isPresent();
        } catch (IOException | TomlSyntaxException e) {
            return false;
        }
    }
}
