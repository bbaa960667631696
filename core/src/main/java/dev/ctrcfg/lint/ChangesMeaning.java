// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.diff.ConfigDiff;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What another release than the present one makes something else of. */
final class ChangesMeaning extends LintRule {

    static final String ID = "changes-meaning";

    private static final Set<Key> ELSEWHERE = Set.of(Key.of("imports"), Key.of("version"));

    /** A change of what a file says, in words that leave out which release made what of it before. */
    private record Told(Spot spot, String before, String after) {

        // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Told told
                    && spot.equals(told.spot)
                    && before.equals(told.before)
                    && after.equals(told.after);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * spot.hashCode() + before.hashCode()) + after.hashCode();
        }
    }

    ChangesMeaning() {
        super(ID, Severity.WARNING, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        if (!subject.before().isEmpty()) {
            compare(subject, findings);
        }
    }

    private void compare(Subject subject, Findings findings) {
        Map<Told, List<ContainerdRelease>> told = new LinkedHashMap<>();
        ChangedDefaults defaults = new ChangedDefaults(subject.release());
        for (Subject present : subject.before()) {
            for (Change change : changes(present.effective(), subject.effective())) {
                Optional<Told> one = tell(subject, change);
                one.ifPresent(words ->
                        told.computeIfAbsent(words, key -> new ArrayList<>()).add(present.release()));
                if (!isWritten(change)) {
                    defaults.add(change, present.release());
                }
            }
        }
        told.forEach((one, releases) -> findings.add(
                this,
                one.spot()
                        .problem("containerd " + Releases.text(releases) + " " + one.before() + ", "
                                + Releases.text(List.of(subject.release())) + " " + one.after())));
        for (String message : defaults.messages()) {
            findings.add(this, subject.file().top().problem(message).as(Severity.INFO));
        }
    }

    private static List<Change> changes(EffectiveConfig before, EffectiveConfig after) {
        boolean readable = !before.root().isEmpty() && !after.root().isEmpty();
        return readable ? ConfigDiff.between(before, after) : List.of();
    }

    private static boolean isWritten(Change change) {
        return place(change.before()).isPresent() || place(change.after()).isPresent();
    }

    private static Optional<Change.Place> place(Optional<Change.Side> side) {
        return side.flatMap(Change.Side::place);
    }

    private static Optional<Told> tell(Subject subject, Change change) {
        Optional<Change.Place> before = place(change.before());
        Optional<Change.Place> after = place(change.after());
        if (before.isEmpty() && after.isEmpty() || ELSEWHERE.contains(change.key()) || isNothing(change)) {
            return Optional.empty();
        }
        Spot spot = spot(subject, after.or(() -> before).get());
        String old = value(change, change.before());
        String now = value(change, change.after());
        if (after.isEmpty()) {
            return Optional.of(new Told(spot, "heeds this", "does not" + (now.isEmpty() ? "" : " and has " + now)));
        }
        return Optional.of(
                before.isEmpty()
                        ? new Told(spot, "does not heed this", "does")
                        : new Told(spot, "makes " + old + " of this", "makes " + now));
    }

    /** Whether nothing more than an empty value comes or goes. */
    private static boolean isNothing(Change change) {
        boolean was = change.before().isPresent()
                && !Known.isZero(change.before().get().value());
        boolean is =
                change.after().isPresent() && !Known.isZero(change.after().get().value());
        return !was && !is;
    }

    static String value(Change change, Optional<Change.Side> side) {
        return side.isEmpty()
                ? ""
                : Secrets.mask(change.key(), side.get().value()).toToml();
    }

    private static Spot spot(Subject subject, Change.Place place) {
        LintedFile file = subject.file();
        if (place.file().equals(file.name())) {
            return file.spot(place.key());
        }
        for (SourceFile imported : subject.effective().files()) {
            Optional<Span> span = imported.path().equals(place.file())
                    ? imported.document().flatMap(document -> document.keySpanOf(place.key()))
                    : Optional.empty();
            if (span.isPresent()) {
                return new Spot(new FileText(imported.path(), imported.bytes()), span.get(), Optional.of(place.key()));
            }
        }
        return file.top();
    }
}
