// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.SourcePlace;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a release makes of a drop-in with what it would make of the same patches in the main file. */
public final class DropInCheck {

    private static final Set<String> OF_THE_FILES = Set.of("imports", "version");

    private final ConfigSource files;
    private final String mainPath;
    private final DropInPlan plan;

    /**
     * Makes a check.
     *
     * @param files where the files are
     * @param mainPath the absolute path of the main file
     * @param plan the drop-in and the main file that imports it
     */
    public DropInCheck(ConfigSource files, String mainPath, DropInPlan plan) {
        this.files = files;
        this.mainPath = mainPath;
        this.plan = plan;
    }

    /**
     * {@return the first setting that a release would have otherwise; empty if the drop-in has the same effect}
     *
     * @param release the release
     * @param patched the main file with the drop-in and the patches in it
     */
    public Optional<Key> difference(ContainerdRelease release, TomlDocument patched) {
        String path = plan.file().path();
        Optional<TomlValue> version = patched.find(Key.of("version"));
        String nothing = version.isEmpty() ? "" : "version = " + version.get().toToml() + "\n";
        TomlTable wanted = loaded(release, patched, new OneFileMore(files, path, TomlDocument.parse(nothing)));
        TomlTable got = loaded(release, plan.main(), new OneFileMore(files, path, plan.dropIn()));
        return difference(Key.ROOT, wanted, got);
    }

    /** {@return the path of the drop-in} */
    public String path() {
        return plan.file().path();
    }

    /**
     * {@return what a file that is read after the drop-in overrides, with its place; empty if nothing}
     *
     * @param release the release
     * @param changes what the patches changed
     */
    public Optional<String> overridden(ContainerdRelease release, List<Change> changes) {
        EffectiveConfig config =
                EffectiveConfig.of(release, mainPath, plan.main(), new OneFileMore(files, path(), plan.dropIn()));
        for (Change change : changes) {
            Optional<SourcePlace> place = config.overriding(path(), change.key());
            if (place.isPresent()) {
                return Optional.of(change.key() + " has no effect in containerd " + release + ": " + place.get()
                        + " overrides it");
            }
        }
        return Optional.empty();
    }

    private TomlTable loaded(ContainerdRelease release, TomlDocument main, ConfigSource source) {
        return EffectiveConfig.of(release, mainPath, main, source).loaded();
    }

    private static Optional<Key> difference(Key key, TomlTable wanted, TomlTable got) {
        Set<String> names = new LinkedHashSet<>(wanted.entries().keySet());
        names.addAll(got.entries().keySet());
        for (String name : names) {
            if (key.isRoot() && OF_THE_FILES.contains(name)) {
                continue;
            }
            Optional<Key> found = difference(
                    key.child(name), wanted.entries().get(name), got.entries().get(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Key> difference(Key key, @Nullable TomlValue wanted, @Nullable TomlValue got) {
        if (isTable(wanted) && isTable(got)) {
            return difference(key, tableOf(wanted), tableOf(got));
        }
        boolean same = wanted != null && got != null && (wanted.equals(got) || isSameList(key, wanted, got));
        return same ? Optional.empty() : Optional.of(key);
    }

    /** Lists of plugins are sets to containerd. */
    private static boolean isSameList(Key key, TomlValue wanted, TomlValue got) {
        return key.size() == 1
                && wanted instanceof TomlArray one
                && got instanceof TomlArray other
                && new HashSet<>(one.items()).equals(new HashSet<>(other.items()));
    }

    private static boolean isTable(@Nullable TomlValue value) {
        return value == null || value instanceof TomlTable;
    }

    private static TomlTable tableOf(@Nullable TomlValue value) {
        return value instanceof TomlTable table ? table : TomlTable.EMPTY;
    }
}
