// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The releases that a file can be meant for: those that read its version, without the ones that are older than the
 * newest of its settings.
 */
final class Candidates {

    private Candidates() {}

    static List<Target> of(LintedFile file, List<Target> all) {
        List<Target> readers = readers(file, all);
        int from = 0;
        for (Entry entry : file.entries()) {
            from = Math.max(from, firstWith(file.meantVersion(), entry.key(), readers, from));
        }
        return readers.subList(from, readers.size());
    }

    private static List<Target> readers(LintedFile file, List<Target> all) {
        List<Target> readers = new ArrayList<>();
        long least = Math.max(file.version(), file.meantVersion().number());
        for (Target target : all) {
            if (target.release().maxConfigVersion().number() >= least) {
                readers.add(target);
            }
        }
        return readers.isEmpty() ? all.subList(all.size() - 1, all.size()) : readers;
    }

    /** The place of the first release that has a setting which an earlier release with the same plugin lacks. */
    private static int firstWith(ConfigVersion version, Key key, List<Target> readers, int from) {
        if (knows(readers.get(from), version, key) || !hasSection(readers.get(from), version, key)) {
            return from;
        }
        for (int i = from + 1; i < readers.size(); i++) {
            if (knows(readers.get(i), version, key)) {
                return i;
            }
        }
        return from;
    }

    private static boolean knows(Target target, ConfigVersion version, Key key) {
        return target.schema().find(version, key).isPresent();
    }

    private static boolean hasSection(Target target, ConfigVersion version, Key key) {
        boolean plugin =
                key.size() > 2 && key.part(0).equals(new Key.Name("plugins")) && key.part(1) instanceof Key.Name;
        KeySchema schema = target.schema();
        return plugin
                ? schema.plugin(version, key.name(1)).isPresent()
                : schema.section(KeySchema.TOP_LEVEL).isPresent();
    }

    /** The releases that are considered if none is named. */
    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        for (Optional<ReleaseLine> line = Optional.of(ReleaseLine.V1_4);
                line.isPresent();
                line = line.get().next()) {
            all.add(Target.of(line.get().newest()));
        }
        return List.copyOf(all);
    }
}
