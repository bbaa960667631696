// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.Verdict;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What releases of containerd would make of a patched file.
 *
 * <p>A patch is refused for taking the CRI plugin or the whole daemon down in a release that shall read the file, and for
 * settings that would have no effect: in any of the releases that were asked for, or in every one if none was. What the
 * file did before the patch already is no reason to refuse it. Settings of the file that lose their effect by the patch are
 * told.
 *
 * @param refusals the reasons to refuse the patch
 * @param notices what else there is to know
 */
public record PatchCheck(List<Notice> refusals, List<Notice> notices) {

    /** Copies the lists. */
    public PatchCheck {
        refusals = List.copyOf(refusals);
        notices = List.copyOf(notices);
    }

    /** {@return whether nothing speaks against the patch} */
    public boolean passes() {
        return refusals.isEmpty();
    }

    /**
     * {@return what releases would make of a file after a merge}
     *
     * @param file the file: its path, which relative imports start from, and its text before the merge
     * @param result the merge
     * @param options what the merge was made with
     */
    public static PatchCheck of(Checked file, MergeResult result, MergeOptions options) {
        return result.changed() ? new Run(file, result, options).check() : new PatchCheck(List.of(), List.of());
    }

    /**
     * A file that a patch is for.
     *
     * @param path its path
     * @param before its text before the merge
     * @param imports where the files are that it imports
     */
    public record Checked(String path, TomlDocument before, ConfigSource imports) {

        private EffectiveConfig under(ContainerdRelease release, TomlDocument document) {
            return EffectiveConfig.of(release, path, document, imports);
        }
    }

    private static final class Run {

        private final Checked file;
        private final MergeResult result;
        private final List<ContainerdRelease> releases;
        private final boolean asked;
        private final ConfigVersion version;
        private int starting;
        private final List<Notice> refusals = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final Effects effects = new Effects();
        private final Sayings losses = new Sayings();
        private final Sayings broken = new Sayings();
        private final Sayings already = new Sayings();

        Run(Checked file, MergeResult result, MergeOptions options) {
            this.file = file;
            this.result = result;
            this.version = ConfigKeys.versionOf(result.document().root()).orElse(ConfigVersion.V1);
            this.releases = options.releases(version);
            this.asked = options.areReleasesGiven();
        }

        PatchCheck check() {
            for (ContainerdRelease release : releases) {
                check(release, file.under(release, result.document()).verdict());
            }
            broken.addTo(refusals, Notice.Kind.BROKEN, "");
            already.addTo(notices, Notice.Kind.ALREADY, "; it was so before the patch");
            losses.addTo(notices, Notice.Kind.IGNORED, "");
            effects.addTo(this);
            return new PatchCheck(refusals, notices);
        }

        private void check(ContainerdRelease release, Verdict verdict) {
            boolean starts = verdict.outcome() == Outcome.LOADS || verdict.outcome() == Outcome.CRI_NOT_LOADED;
            starting += starts ? 1 : 0;
            if (verdict.outcome() != Outcome.LOADS) {
                Verdict before = file.under(release, file.before()).verdict();
                boolean worse = verdict.outcome().compareTo(before.outcome()) > 0;
                (worse ? broken : already).add(saying(verdict), release);
            }
            for (Change change : result.changes()) {
                Remark remark = change.after().isEmpty() ? null : Ignorance.of(change.key(), verdict, file.path());
                if (remark != null) {
                    String text = text(change.key(), remark, release);
                    boolean loses = !Ignorance.isZero(change.after().get().value());
                    effects.add(change.key(), new Effects.Reason(remark, text, loses), release);
                }
            }
            checkOthers(release, verdict);
        }

        /** What the file said before and the patch does not speak of can lose its effect by it. */
        private void checkOthers(ContainerdRelease release, Verdict verdict) {
            Verdict before = null;
            for (Remark remark : verdict.remarks()) {
                if (Ignorance.canComeOfOthers(remark, file.path())
                        && isUntouched(remark.key().get())) {
                    before = before == null ? file.under(release, file.before()).verdict() : before;
                    if (Ignorance.of(remark.key().get(), before, file.path()) == null) {
                        losses.add(remark.key().get() + " loses its effect: " + Ignorance.text(remark), release);
                    }
                }
            }
        }

        private boolean isUntouched(Key key) {
            for (Change change : result.changes()) {
                if (change.key().startsWith(key) || key.startsWith(change.key())) {
                    return false;
                }
            }
            return file.before().root().find(key).isPresent();
        }

        private String text(Key key, Remark reason, ContainerdRelease release) {
            boolean dropped = version == ConfigVersion.V1
                    && release.migrationTiming() == MigrationTiming.AFTER_MERGE
                    && CriLayout.nameOf(key).isPresent()
                    && reason.effect() == Effect.UNKNOWN_KEY;
            return dropped
                    ? "it drops the CRI settings of a file of version 1, see ctrcfg migrate"
                    : Ignorance.text(reason);
        }

        private static String saying(Verdict verdict) {
            boolean loads = verdict.outcome() == Outcome.CRI_NOT_LOADED;
            String what = loads ? "the CRI plugin does not load" : "the daemon does not start";
            return what + ": " + verdict.cause().orElseThrow().text();
        }

        /** A key that has no effect in some releases. */
        void addIgnored(Key key, String text, boolean refused) {
            Notice notice = new Notice(Notice.Kind.IGNORED, key, Optional.empty(), text);
            (refused ? refusals : notices).add(notice);
        }

        /** How many of the releases start, and could make something of a key. */
        int count() {
            return starting;
        }
    }

    /** What releases do, each thing once with all the releases that do it. */
    private static final class Sayings {

        private final List<String> texts = new ArrayList<>();
        private final List<List<ContainerdRelease>> releases = new ArrayList<>();

        void add(String text, ContainerdRelease release) {
            int at = texts.indexOf(text);
            if (at < 0) {
                texts.add(text);
                releases.add(new ArrayList<>());
                at = texts.size() - 1;
            }
            releases.get(at).add(release);
        }

        void addTo(List<Notice> list, Notice.Kind kind, String end) {
            for (int i = 0; i < texts.size(); i++) {
                String text = "containerd " + names(releases.get(i)) + ": " + texts.get(i) + end;
                list.add(new Notice(kind, Key.ROOT, Optional.empty(), text));
            }
        }
    }

    /** Keys without effect, with the reason and the releases. */
    private static final class Effects {

        /** Why a key has no effect, and whether anything is lost by that. */
        private record Reason(Remark remark, String text, boolean loses) {}

        private final List<Key> keys = new ArrayList<>();
        private final List<Reason> reasons = new ArrayList<>();
        private final List<List<ContainerdRelease>> releases = new ArrayList<>();

        void add(Key key, Reason reason, ContainerdRelease release) {
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).equals(key) && isSame(reasons.get(i), reason)) {
                    releases.get(i).add(release);
                    return;
                }
            }
            keys.add(key);
            reasons.add(reason);
            releases.add(new ArrayList<>(List.of(release)));
        }

        private static boolean isSame(Reason one, Reason other) {
            return one.text().equals(other.text()) && one.loses() == other.loses();
        }

        /** One notice for all the keys that one reason takes out in the same releases. */
        void addTo(Run run) {
            boolean[] done = new boolean[keys.size()];
            for (int i = 0; i < keys.size(); i++) {
                int more = 0;
                for (int j = i + 1; j < keys.size() && !done[i]; j++) {
                    if (isSame(reasons.get(i), reasons.get(j))
                            && releases.get(i).equals(releases.get(j))) {
                        done[j] = true;
                        more++;
                    }
                }
                if (!done[i]) {
                    add(i, more, run);
                }
            }
        }

        private void add(int i, int more, Run run) {
            Reason reason = reasons.get(i);
            String others = more == 0 ? "" : " and " + more + (more == 1 ? " other key" : " other keys");
            String verb = more == 0 ? " has" : " have";
            String text = keys.get(i) + others + verb + " no effect in containerd " + names(releases.get(i)) + ": "
                    + reason.text();
            if (Ignorance.isOfTheFile(reason.remark(), run.file.before().root())) {
                run.notices.add(new Notice(Notice.Kind.ALREADY, keys.get(i), Optional.empty(), text));
            } else {
                boolean refused = reason.loses() && (run.asked || releasesOf(keys.get(i)) == run.count());
                run.addIgnored(keys.get(i), text, refused);
            }
        }

        /** In how many releases a key has no effect, for whatever reasons. */
        private int releasesOf(Key key) {
            int count = 0;
            for (int i = 0; i < keys.size(); i++) {
                count += keys.get(i).equals(key) ? releases.get(i).size() : 0;
            }
            return count;
        }
    }

    private static String names(List<ContainerdRelease> releases) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < releases.size(); i++) {
            out.append(i == 0 ? "" : i == releases.size() - 1 ? " and " : ", ").append(releases.get(i));
        }
        return out.toString();
    }
}
