// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.release.GoPattern;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code imports} of a file, and whether they lead to another.
 *
 * <p>A pattern that is not absolute is taken from the daemon's working directory by older releases, so it leads nowhere
 * that can be told.
 */
final class Imports {

    static final Key KEY = Key.of("imports");

    private final String directory;
    private final List<String> entries = new ArrayList<>();

    /** Reads them; the path of the file is absolute. */
    Imports(String file, TomlDocument document) {
        directory = GoPath.directory(file);
        Optional<TomlValue> value = document.find(KEY);
        if (value.isPresent() && value.get() instanceof TomlArray array) {
            for (TomlValue item : array.items()) {
                if (item instanceof TomlString text) {
                    entries.add(text.value());
                }
            }
        }
    }

    /** Whether a pattern leads to a file of this path, now or as soon as there is one. */
    boolean matches(String path) {
        for (String entry : entries) {
            if (isPattern(entry) && leadsTo(entry, path)) {
                return true;
            }
        }
        return false;
    }

    /** The entries that name a path, as they are written. */
    List<String> naming(String path) {
        List<String> naming = new ArrayList<>();
        for (String entry : entries) {
            if (!isPattern(entry) && resolve(entry).equals(path)) {
                naming.add(entry);
            }
        }
        return naming;
    }

    /** The paths of files of a name that entries name. */
    List<String> called(String name) {
        List<String> called = new ArrayList<>();
        for (String entry : entries) {
            if (!isPattern(entry) && resolve(entry).endsWith("/" + name)) {
                called.add(resolve(entry));
            }
        }
        return called;
    }

    /** The directory where a file of this name would be read. */
    Optional<String> directoryFor(String name) {
        for (String entry : entries) {
            if (isPattern(entry)) {
                String folder = GoPath.directory(entry);
                if (leadsTo(entry, GoPath.join(folder, name))) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPattern(String entry) {
        return entry.indexOf('*') >= 0;
    }

    private static boolean leadsTo(String pattern, String path) {
        boolean absolute = GoPath.isAbsolute(pattern);
        return absolute && new GoPattern(GoPath.clean(pattern)).matches(path) && path.indexOf('*') < 0;
    }

    private String resolve(String entry) {
        return GoPath.isAbsolute(entry) ? GoPath.clean(entry) : GoPath.join(directory, entry);
    }
}
