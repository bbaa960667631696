// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Defaults of plugins that are others in another release, for settings that no file mentions. */
final class ChangedDefaults {

    private static final Key RUNTIMES = CriLayout.SPLIT.runtimes();
    private static final Key.Name TYPE = new Key.Name("runtime_type");
    private static final String NONE = "not there";

    /** A setting and its default in the other release. */
    private record Now(Key key, String value) {

        // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Now now && key.equals(now.key) && value.equals(now.value);
        }

        @Override
        public int hashCode() {
            return 31 * key.hashCode() + value.hashCode();
        }
    }

    private final ContainerdRelease release;
    private final Map<Now, Map<String, List<ContainerdRelease>>> before = new LinkedHashMap<>();

    ChangedDefaults(ContainerdRelease release) {
        this.release = release;
    }

    void add(Change change, ContainerdRelease present) {
        boolean runtime = change instanceof Change.Added && isRuntime(change.key());
        if (runtime || isReplaced(change)) {
            Now now = new Now(change.key(), value(change, change.after()));
            String old = runtime ? NONE : value(change, change.before());
            before.computeIfAbsent(now, key -> new LinkedHashMap<>())
                    .computeIfAbsent(old, key -> new ArrayList<>())
                    .add(present);
        }
    }

    private static String value(Change change, Optional<Change.Side> side) {
        return ChangesMeaning.value(change, side);
    }

    /** Whether a key stands for the runtime runc, which some releases lose where a file has runtimes. */
    private static boolean isRuntime(Key key) {
        return key.startsWith(RUNTIMES) && key.last().equals(TYPE);
    }

    /** An empty text says to look elsewhere, as {@code bin_dir} does where {@code bin_dirs} has taken its place. */
    private static boolean isReplaced(Change change) {
        return change instanceof Change.Replaced replaced
                && change.key().part(0).equals(new Key.Name("plugins"))
                && !change.key().startsWith(RUNTIMES)
                && !replaced.now().value().equals(TomlValue.of(""));
    }

    /** One message for each setting. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        before.forEach((now, olds) -> {
            String there = " with containerd " + Releases.text(List.of(release)) + ", " + olds(olds);
            Key name = CriLayout.nameOf(now.key()).orElse(now.key());
            messages.add(
                    isRuntime(now.key())
                            ? "the runtime " + now.key().name(now.key().size() - 2) + " is there" + there
                            : "the default of " + name + " is " + now.value() + there + "; to keep "
                                    + (olds.size() == 1
                                            ? "that, write " + name + " = "
                                                    + olds.keySet().iterator().next()
                                            : "what you rely on, write it down"));
        });
        return messages;
    }

    private static String olds(Map<String, List<ContainerdRelease>> olds) {
        List<String> parts = new ArrayList<>();
        olds.forEach((value, releases) -> parts.add(value + " with " + Releases.text(releases)));
        return String.join(", ", parts);
    }
}
