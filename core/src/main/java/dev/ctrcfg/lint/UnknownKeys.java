// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.lint.UnknownKey.Kind;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeyCase;
import dev.ctrcfg.release.KeyHistory;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sorts out the keys that a release reads over: what was meant, and where it belongs. */
final class UnknownKeys {

    private static final Key PLUGINS = Key.of("plugins");
    private static final Set<String> OF_HOSTS = Set.of("server", "host");

    private final Subject subject;
    private final Remark remark;
    private final Key key;

    private UnknownKeys(Subject subject, Remark remark, Key key) {
        this.subject = subject;
        this.remark = remark;
        this.key = key;
    }

    static List<UnknownKey> of(Subject subject) {
        List<UnknownKey> found = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        for (Remark remark : subject.remarks()) {
            if (isReadOver(remark)) {
                Key key = outermost(subject, remark.key().orElseThrow());
                if (!isInDeadTable(subject, key) && seen.add(key)) {
                    found.add(new UnknownKeys(subject, remark, key).sortedOut());
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isReadOver(Remark remark) {
        return remark.key().isPresent()
                && (remark.effect() == Effect.UNKNOWN_KEY
                        || remark.effect() == Effect.IGNORED
                                && remark.id()
                                        .filter(id -> id.equals("unknown-key"))
                                        .isPresent());
    }

    /** The first part of a key that the release does not know. */
    private static Key outermost(Subject subject, Key key) {
        int from = key.size() > 1 && key.head(1).equals(PLUGINS) ? 3 : 1;
        for (int size = from; size < key.size(); size++) {
            if (isUnknown(subject, key.head(size))) {
                return key.head(size);
            }
        }
        return key;
    }

    private static boolean isUnknown(Subject subject, Key key) {
        return subject.schema().find(subject.version(), key).isEmpty()
                && !isKnownTable(subject, key)
                && !isMoved(subject, key);
    }

    /** A table of an older file that containerd 2 takes to another place. */
    private static boolean isMoved(Subject subject, Key key) {
        boolean old = key.size() > 2 && key.part(1) instanceof Key.Name plugin && isOld(plugin.text());
        return old
                && subject.since(ReleaseLine.V2_0)
                && !CriSettings.isSplit(subject.version())
                && subject.landing(key) instanceof Landing.At;
    }

    /** A table whose settings the schema lists, but not the table itself. */
    private static boolean isKnownTable(Subject subject, Key key) {
        return subject.schema().find(subject.version(), key.child("*")).isPresent();
    }

    /** The rules for the ids of plugins have said it already. */
    private static boolean isInDeadTable(Subject subject, Key key) {
        if (!key.startsWith(PLUGINS)) {
            return false;
        }
        if (key.size() < 3 || !(key.part(1) instanceof Key.Name plugin)) {
            return true;
        }
        boolean old = key.startsWith(OldPluginId.TABLE) && OldPluginId.isDead(subject);
        boolean skipped = subject.version() == ConfigVersion.V1
                && isOld(plugin.text())
                && subject.since(ReleaseLine.V2_0)
                && !subject.since(ReleaseLine.V2_3);
        return old
                || skipped
                || subject.schema().plugin(subject.version(), plugin.text()).isEmpty() && !isOld(plugin.text());
    }

    private static boolean isOld(String plugin) {
        return plugin.equals(PluginIds.CRI) || plugin.equals(PluginIds.CRI_SHORT);
    }

    private UnknownKey sortedOut() {
        if (key.size() == 1 && OF_HOSTS.contains(key.name(0))) {
            return say(
                    Kind.OF_HOSTS,
                    "this belongs into a hosts.toml below registry.config_path; in config.toml"
                            + " containerd has no setting \"" + key.name(0) + "\" and ignores it");
        }
        boolean exact = Known.find(subject.version(), key)
                .filter(setting -> setting.setting().name().equals(last()))
                .isPresent();
        Optional<UnknownKey> known = exact
                ? inOtherReleases().or(this::elsewhere)
                : inOtherCase().or(this::elsewhere).or(this::inOtherReleases);
        return known.orElseGet(this::unknown);
    }

    private UnknownKey say(Kind kind, String message) {
        return new UnknownKey(kind, subject.spot(remark, key).problem(message));
    }

    private UnknownKey sayFixed(Kind kind, String message, Key right) {
        Problem problem = subject.spot(remark, key).problem(message);
        boolean here = problem.spot().file().equals(subject.file().text());
        return new UnknownKey(kind, here ? problem.fixedBy(move(right)) : problem);
    }

    private Optional<Fix> move(Key right) {
        if (subject.file().value(right).isPresent()) {
            return Optional.empty();
        }
        boolean renames = right.parent().equals(key.parent());
        return Fixes.edit(subject.file(), "write " + right, editor -> {
            if (renames) {
                editor.rename(key, ((Key.Name) right.last()).text());
            } else {
                editor.move(key, right);
            }
        });
    }

    private Optional<UnknownKey> inOtherCase() {
        for (String name : siblings()) {
            if (!name.equals(last()) && KeyCase.FOLDED.matches(name, last())) {
                return Optional.of(sayFixed(
                        Kind.CASE,
                        "these releases do not take the setting " + name + " in this spelling, and ignore it; write "
                                + name,
                        key.parent().child(name)));
            }
        }
        return Optional.empty();
    }

    /** The setting of the same meaning at another place or by another name, in this version of the file. */
    private Optional<UnknownKey> elsewhere() {
        Optional<Key> place = CriLayout.nameOf(key)
                .flatMap(name -> CriLayout.of(subject.version()).locate(name))
                .filter(right -> !right.equals(key) && isSetting(right));
        if (place.isPresent()) {
            boolean renamed = !place.get().last().equals(key.last());
            return Optional.of(sayFixed(
                    renamed ? Kind.RENAMED : Kind.MISPLACED,
                    "containerd has no such setting here and ignores it; in version "
                            + subject.version().number() + " it is " + place.get(),
                    place.get()));
        }
        return Misplaced.find(subject, key).map(right -> misplaced(right));
    }

    private UnknownKey misplaced(Misplaced.Place right) {
        String message = "containerd has no such setting here and ignores it; it belongs to " + right.key();
        return right.isCertain() ? sayFixed(Kind.MISPLACED, message, right.key()) : say(Kind.MISPLACED, message);
    }

    private boolean isSetting(Key place) {
        return subject.schema().find(subject.version(), place).isPresent();
    }

    private Optional<UnknownKey> inOtherReleases() {
        Optional<Known> known = Known.find(subject.version(), key);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        KeyHistory history = known.get().history();
        if (!history.last().isAtLeast(subject.release().line())) {
            return Optional.of(removed(known.get()));
        }
        if (subject.release().compareTo(history.since()) < 0) {
            return Optional.of(say(
                    Kind.NOT_YET,
                    "containerd has this setting since " + history.since().line() + "; earlier releases ignore it"));
        }
        return Optional.empty();
    }

    private UnknownKey removed(Known known) {
        String message = "containerd has no such setting any more since "
                + known.history().removedIn().orElseThrow() + " and ignores it"
                + Replacements.of(known.setting()).map(text -> "; " + text).orElse("");
        UnknownKey removed = say(Kind.REMOVED, message);
        Optional<TomlValue> value = subject.file().value(key);
        boolean changesNothing = value.isPresent() && known.isDefault(value.get());
        return changesNothing ? new UnknownKey(Kind.REMOVED, removed.problem().as(Severity.INFO)) : removed;
    }

    private UnknownKey unknown() {
        Optional<String> meant = Similar.nearest(last(), siblings());
        if (meant.isPresent()) {
            Key right = key.parent().child(meant.get());
            return sayFixed(
                    Kind.UNKNOWN,
                    "containerd has no setting \"" + last() + "\" here and ignores it; did you mean " + meant.get()
                            + "?",
                    right);
        }
        return say(Kind.UNKNOWN, "containerd has no setting \"" + last() + "\" here and ignores it");
    }

    private String last() {
        return key.last() instanceof Key.Name name ? name.text() : "";
    }

    /** The names of the settings that the release has where the key stands. */
    private Set<String> siblings() {
        Set<String> names = new TreeSet<>();
        if (key.size() == 1) {
            names.add("plugins");
        }
        addSiblings(subject.schema(), names);
        if (key.startsWith(PLUGINS)
                && key.size() > 2
                && isOld(key.name(1))
                && !CriSettings.isSplit(subject.version())) {
            addSiblings(KeySchema.of(ReleaseLine.V1_7.newest()), names);
        }
        return names;
    }

    private void addSiblings(KeySchema schema, Set<String> names) {
        boolean plugin = key.startsWith(PLUGINS) && key.size() > 2;
        Optional<SchemaSection> section =
                plugin ? schema.plugin(subject.version(), key.name(1)) : schema.section(KeySchema.TOP_LEVEL);
        Key inside = plugin ? key.tail(2) : key;
        for (SchemaKey setting : section.map(SchemaSection::keys).orElse(List.of())) {
            Paths.child(setting.path(), inside).ifPresent(names::add);
        }
    }
}
