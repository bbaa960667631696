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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds options of runtimes whose values containerd cannot use, which it says only when it makes a pod. */
final class OptionTypes {

    private final Key runtimes;
    private final MergeResult result;

    OptionTypes(MergeResult result, ConfigVersion version) {
        this.result = result;
        this.runtimes = CriLayout.of(version).runtimes();
    }

    /** What is wrong with the options that the patch brought about. */
    List<String> refusals(ContainerdRelease release) {
        List<String> refusals = new ArrayList<>();
        Optional<TomlValue> all = result.document().find(runtimes);
        if (all.isPresent() && all.get() instanceof TomlTable table) {
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                if (entry.getValue() instanceof TomlTable runtime && isChanged(runtimes.child(entry.getKey()))) {
                    refuse(entry.getKey(), runtime, release, refusals);
                }
            }
        }
        return refusals;
    }

    private boolean isChanged(Key runtime) {
        for (Change change : result.changes()) {
            boolean other = change.key().equals(runtime.child("runtime_type"));
            if (other || change.key().startsWith(runtime.child("options")) || runtime.startsWith(change.key())) {
                return true;
            }
        }
        return false;
    }

    private static void refuse(String handler, TomlTable runtime, ContainerdRelease release, List<String> refusals) {
        Optional<String> option = new RuntimeOptionsDecoder(release).refusedOption(handler, runtime);
        if (option.isPresent()) {
            refusals.add("every pod of the handler \"" + handler + "\" fails: its option " + option.get()
                    + " has a value of the wrong type");
        }
    }
}
