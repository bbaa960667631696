// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import java.util.Optional;

/** Compares keys of files with paths of settings, in which {@code *} stands for any name. */
final class Paths {

    private Paths() {}

    /** The name that a path has at the place of a key's last part, if all before it agrees. */
    static Optional<String> child(String path, Key key) {
        String[] parts = path.split("\\.", -1);
        int last = key.size() - 1;
        if (parts.length <= last || parts[last].equals("*") || parts[last].endsWith("]")) {
            return Optional.empty();
        }
        for (int i = 0; i < last; i++) {
            boolean same = key.part(i) instanceof Key.Name name && parts[i].equals(name.text());
            if (!same && !parts[i].equals("*")) {
                return Optional.empty();
            }
        }
        return Optional.of(parts[last]);
    }
}
