// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What containerd 2.0 and later log of keys in a plugin's table that no setting has: one line for each value, and for
 * an unknown table one for it and each table in it, not for its values.
 */
final class UnknownPluginKeys {

    private UnknownPluginKeys() {}

    static void warn(List<String> path, Node node, Remarks remarks) {
        add(path, node, remarks);
        if (node instanceof Branch table) {
            for (String name : table.marshalled()) {
                Node inner = table.get(name);
                if (inner instanceof Branch || inner != null && Marshalled.isTables(inner.value())) {
                    warn(child(path, name), inner, remarks);
                }
            }
        } else if (Marshalled.isTables(node.value())) {
            List<TomlValue> items = ((TomlArray) node.value()).items();
            for (int i = 0; i < items.size(); i++) {
                if (i > 0) {
                    add(path, node, remarks);
                }
                Written written = node.written();
                warnInside(path, (TomlTable) items.get(i), written == null ? null : written.element(i), remarks);
            }
        }
    }

    private static void warnInside(List<String> path, TomlTable element, @Nullable Written written, Remarks remarks) {
        Branch table = written == null ? Branch.unwritten(element) : Branch.of(element, written);
        for (String name : table.marshalled()) {
            if (table.get(name) instanceof Branch inner) {
                warn(child(path, name), inner, remarks);
            }
        }
    }

    private static List<String> child(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static void add(List<String> path, Node node, Remarks remarks) {
        String text = "Ignoring unknown key in TOML for plugin [" + String.join(" ", path) + "]";
        remarks.add(Effect.UNKNOWN_KEY, "unknown-key", text, node.written());
    }
}
