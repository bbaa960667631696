// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.diff.ConfigDiff;
import dev.ctrcfg.diff.Topic;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is different, for people and for programs. */
final class DiffReport {

    private final List<Change> changes;
    private final boolean secrets;
    private final TomlArray operations;

    DiffReport(List<Change> changes, boolean secrets) {
        this(changes, secrets, TomlArray.of());
    }

    private DiffReport(List<Change> changes, boolean secrets, TomlArray operations) {
        this.changes = changes;
        this.secrets = secrets;
        this.operations = operations;
    }

    static DiffReport of(ConfigText before, ConfigText after, boolean secrets) {
        return new DiffReport(ConfigDiff.between(before, after), secrets, ConfigDiff.operations(before, after));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether the operations write values that are not to be shown. */
    boolean hidesFromPatch() {
        if (secrets) {
            return false;
        }
        for (Change change : changes) {
            Optional<Change.Side> now = change.after();
            if (now.isPresent() && !visible(change, now.get()).equals(now.get().value())) {
                return true;
            }
        }
        return false;
    }

    TomlArray operations() {
        return operations;
    }

    TomlTable table() {
        List<TomlValue> listed = new ArrayList<>();
        for (Change change : changes) {
            TomlTable.Builder table = TomlTable.builder()
                    .put("topic", Topic.of(change.key()).name().toLowerCase(Locale.ROOT))
                    .put("change", word(change))
                    .put("setting", Topic.shown(change.key()).toString());
            change.before().ifPresent(side -> table.put("before", side(change, side)));
            change.after().ifPresent(side -> table.put("after", side(change, side)));
            listed.add(table.build());
        }
        return TomlTable.builder().put("changes", new TomlArray(listed)).build();
    }

    private TomlTable side(Change change, Change.Side side) {
        TomlTable.Builder table = TomlTable.builder().put("value", visible(change, side));
        side.place()
                .ifPresent(place -> table.put("key", place.key().toString())
                        .put("file", place.file())
                        .put("line", place.position().line())
                        .put("column", place.position().column()));
        return table.build();
    }

    private TomlValue visible(Change change, Change.Side side) {
        return secrets ? side.value() : Secrets.mask(change.key(), side.value());
    }

    private static String word(Change change) {
        if (change.before().isEmpty()) {
            return "added";
        }
        return change.after().isEmpty() ? "removed" : "replaced";
    }

    String text(boolean color) {
        StringBuilder out = new StringBuilder();
        String title = "";
        for (Change change : changes) {
            String own = title(change);
            if (!own.equals(title)) {
                out.append(Terminal.escape(own)).append('\n');
                title = own;
            }
            line(out, change, color);
        }
        return out.toString();
    }

    /** What a change is about, and for a runtime or mirror whether all of it came or went. */
    private String title(Change change) {
        String subject = Topic.subject(change);
        return switch (Topic.of(change.key())) {
            case RUNTIME -> subject.isEmpty() ? "runtimes" : "runtime " + subject + fate(change);
            case DEFAULT_RUNTIME -> "default runtime";
            case SNAPSHOTTER -> "snapshotter";
            case SANDBOX_IMAGE -> "sandbox image";
            case REGISTRY -> "registry" + (subject.isEmpty() ? "" : " " + subject + fate(change));
            case CNI -> "CNI";
            case CRI -> "CRI plugin";
            case DAEMON -> "daemon";
        };
    }

    private static String fate(Change change) {
        if (change instanceof Change.Added added && added.whole()) {
            return " added";
        }
        return change instanceof Change.Removed removed && removed.whole() ? " removed" : " changed";
    }

    private void line(StringBuilder out, Change change, boolean color) {
        String sign = change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
        String paint = sign.equals("+") ? "32" : sign.equals("-") ? "31" : "33";
        StringBuilder line = new StringBuilder("  ").append(sign).append(' ').append(Topic.shown(change.key()));
        line.append(": ");
        change.before().ifPresent(side -> line.append(visible(change, side).toToml()));
        if (sign.equals("~")) {
            line.append(" -> ");
        }
        change.after().ifPresent(side -> line.append(visible(change, side).toToml()));
        String text = Terminal.escape(line.toString());
        out.append(color ? "\033[" + paint + "m" + text + "\033[0m" : text);
        out.append(Terminal.escape(places(change))).append('\n');
    }

    private static String places(Change change) {
        List<String> places = new ArrayList<>();
        place(change.before()).ifPresent(places::add);
        place(change.after()).ifPresent(places::add);
        return places.isEmpty() ? "" : "  (" + String.join(", ", places) + ")";
    }

    private static Optional<String> place(Optional<Change.Side> side) {
        return side.map(known -> known.place().map(Change.Place::toString).orElse("default"));
    }
}
