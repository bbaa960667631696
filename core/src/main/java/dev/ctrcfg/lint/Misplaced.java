// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.KeyCase;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.Key;
import java.util.Optional;

/** Finds the place that a key was meant for when it stands at another. */
final class Misplaced {

    private static final String OPTIONS = "options";
    private static final Key RUNTIMES = Key.of("containerd", "runtimes");

    /** A place, and whether there is no other that could be meant. */
    record Place(Key key, boolean isCertain) {}

    private Misplaced() {}

    static Optional<Place> find(Subject subject, Key key) {
        if (!(key.last() instanceof Key.Name name)) {
            return Optional.empty();
        }
        return option(subject, key, name.text()).or(() -> criSetting(subject, key, name.text()));
    }

    /** An option that stands in the runtime's table instead of its {@code options}. */
    private static Optional<Place> option(Subject subject, Key key, String name) {
        boolean inRuntime = key.size() == 6 && key.tail(2).startsWith(RUNTIMES);
        SchemaSection options = subject.schema().section("options:runc").orElse(null);
        if (!inRuntime || options == null) {
            return Optional.empty();
        }
        for (SchemaKey option : options.keys()) {
            if (Similar.isSame(option.path(), name)) {
                return Optional.of(new Place(key.parent().child(OPTIONS).child(option.path()), true));
            }
        }
        return Optional.empty();
    }

    /** A setting of the CRI plugin, one level too high or too low, or outside of the plugin's table. */
    private static Optional<Place> criSetting(Subject subject, Key key, String name) {
        boolean inPlugins = key.part(0).equals(new Key.Name("plugins"));
        if (inPlugins
                && key.size() > 1
                && key.part(1) instanceof Key.Name plugin
                && !CriSettings.isTable(plugin.text())) {
            return Optional.empty();
        }
        Optional<Key> runtimes = aroundRuntimes(subject, key);
        if (runtimes.isPresent()) {
            return runtimes.map(place -> new Place(place, true));
        }
        return CriLayout.of(subject.version())
                .locate(Key.of(name))
                .filter(place -> !place.equals(key) && isSetting(subject, place, name))
                .map(place -> new Place(place, inPlugins));
    }

    /** {@code runtimes} directly below the plugin. */
    private static Optional<Key> aroundRuntimes(Subject subject, Key key) {
        boolean direct = key.size() == 3 && key.last().equals(new Key.Name("runtimes"));
        return direct ? Optional.of(CriLayout.of(subject.version()).runtimes()) : Optional.empty();
    }

    private static boolean isSetting(Subject subject, Key place, String name) {
        return subject.schema()
                .find(subject.version(), place)
                .filter(setting -> KeyCase.FOLDED.matches(setting.name(), name))
                .isPresent();
    }
}
