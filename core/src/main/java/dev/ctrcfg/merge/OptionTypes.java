// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.RuntimeOptionsDecoder;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds options of runtimes whose values containerd cannot use, which it says only when it makes a pod. */
final class OptionTypes {

    private final Map<String, TomlTable> changed = new LinkedHashMap<>();

    /** Takes the runtimes whose options can have become others. */
    OptionTypes(MergeResult result, ConfigVersion version) {
        Key runtimes = CriLayout.of(version).runtimes();
        Optional<TomlValue> all = result.document().find(runtimes);
        if (all.isPresent() && all.get() instanceof TomlTable table) {
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                boolean other = isChanged(result, runtimes.child(entry.getKey()));
                if (other && entry.getValue() instanceof TomlTable runtime) {
                    changed.put(entry.getKey(), runtime);
                }
            }
        }
    }

    /** What is wrong with the options that the patch brought about. */
    List<String> refusals(ContainerdRelease release) {
        List<String> refusals = new ArrayList<>();
        RuntimeOptionsDecoder decoder = new RuntimeOptionsDecoder(release);
        for (Map.Entry<String, TomlTable> runtime : changed.entrySet()) {
            Optional<String> option = decoder.refusedOption(runtime.getKey(), runtime.getValue());
            if (option.isPresent()) {
                refusals.add("every pod of the handler \"" + runtime.getKey() + "\" fails: its option " + option.get()
                        + " has a value of the wrong type");
            }
        }
        return refusals;
    }

    private static boolean isChanged(MergeResult result, Key runtime) {
        for (Change change : result.changes()) {
            boolean other = change.key().equals(runtime.child("runtime_type"));
            if (other || change.key().startsWith(runtime.child("options")) || runtime.startsWith(change.key())) {
                return true;
            }
        }
        return false;
    }
}
