// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one file on their way to another version: what each is called, what it says, and which go. */
final class Plan {

    private final ConfigText text;
    private final ConfigVersion from;
    private final boolean adopted;
    private final MigrationTarget target;
    private final SettingNames names;
    private final Map<Key, Setting> settings = new LinkedHashMap<>();
    private final List<Setting> lost = new ArrayList<>();
    private final List<Key> removed = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Plan(ConfigText text, ConfigVersion from, MigrationTarget target, boolean adopted) {
        this.text = text;
        this.adopted = adopted;
        this.from = from;
        this.target = target;
        names = SettingNames.of(from);
        collect(Key.ROOT, text.document().root().without("version"));
    }

    private void collect(Key key, TomlValue value) {
        if (value instanceof TomlTable table && !(table.isEmpty() && !key.isRoot())) {
            table.entries().forEach((name, child) -> collect(key.child(name), child));
        } else if (!key.isRoot()) {
            add(Setting.written(names.name(key), value, key));
        }
    }

    private void add(Setting setting) {
        Setting other = settings.get(setting.name());
        if (other == null) {
            settings.put(setting.name(), setting);
            return;
        }
        if (from == target.version()) {
            Key written = setting.written().orElseThrow();
            settings.put(written, setting.named(written));
            return;
        }
        boolean wins = Sources.beats(from, setting, other);
        Setting kept = wins ? setting : other;
        Setting gone = wins ? other : setting;
        settings.put(kept.name(), kept);
        boolean same = kept.value().equals(gone.value());
        drop(gone, same ? Notice.Kind.NO_EFFECT : Notice.Kind.LOST, overruled(kept));
    }

    private String overruled(Setting kept) {
        return kept.written().orElseThrow() + " in line " + line(kept) + " counts";
    }

    private int line(Setting setting) {
        return text.document()
                .keySpanOf(setting.written().orElseThrow())
                .map(span -> text.document().position(span.start()).line())
                .orElse(1);
    }

    ConfigText text() {
        return text;
    }

    ConfigVersion from() {
        return from;
    }

    MigrationTarget target() {
        return target;
    }

    /** Whether the step from one version to the next is on the way. */
    boolean climbsTo(ConfigVersion version) {
        return !from.isAtLeast(version) && target.version().isAtLeast(version);
    }

    /** Whether the step down from a version is on the way. */
    boolean leaves(ConfigVersion version) {
        return from.isAtLeast(version) && !target.version().isAtLeast(version);
    }

    List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    List<Notice> notices() {
        return notices;
    }

    List<Key> removed() {
        return removed;
    }

    Optional<Setting> find(Key name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Whether releases of the file's version look at a setting where it is written. */
    boolean counts(Setting setting) {
        return adopted || Sources.counts(from, setting);
    }

    /** The settings at a name and below it. */
    List<Setting> below(Key name) {
        List<Setting> found = new ArrayList<>();
        for (Setting setting : settings.values()) {
            if (setting.name().startsWith(name)) {
                found.add(setting);
            }
        }
        return found;
    }

    /** Gives a setting another name; what has that name already goes. */
    void rename(Setting setting, Key name) {
        Setting other = settings.get(name);
        if (other != null) {
            drop(other, Notice.Kind.LOST, overruled(setting));
        }
        settings.remove(setting.name());
        settings.put(name, setting.named(name));
    }

    /** Gives a setting another value. */
    void value(Setting setting, TomlValue value) {
        settings.put(setting.name(), setting.valued(value));
    }

    /** Adds a setting that another one implies, unless there is one of the name. */
    void imply(Key name, TomlValue value, Setting reason) {
        settings.putIfAbsent(name, reason.implying(name, value));
    }

    /** What was set and has no home. */
    List<Setting> lost() {
        return lost;
    }

    /** Takes a setting out of the file. */
    void drop(Setting setting, Notice.Kind kind, String message) {
        if (setting.equals(settings.get(setting.name()))) {
            settings.remove(setting.name());
        }
        setting.written().ifPresent(removed::add);
        if (kind == Notice.Kind.LOST) {
            lost.add(setting);
        }
        notice(setting, kind, message);
    }

    void notice(Setting setting, Notice.Kind kind, String message) {
        setting.written().ifPresent(key -> notices.add(Places.notice(text, key, kind, message)));
    }
}
