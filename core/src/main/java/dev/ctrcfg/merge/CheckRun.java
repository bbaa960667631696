// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.SourcePlace;
import dev.ctrcfg.effective.Verdict;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at what all the releases make of a patched file. */
final class CheckRun {

    private static final String OFF = "disabled_plugins takes the CRI plugin out";

    private final PatchCheck.Checked file;
    private final MergeResult result;
    private final List<ContainerdRelease> releases;
    private final boolean asked;
    private final ConfigVersion version;
    private final boolean alone;
    private final OptionTypes options;
    private int starting;
    private final LostEffects effects = new LostEffects();
    private final Sayings losses = new Sayings();
    private final Sayings broken = new Sayings();
    private final Sayings already = new Sayings();

    CheckRun(PatchCheck.Checked file, MergeResult result, MergeOptions options) {
        this.file = file;
        this.result = result;
        this.version = ConfigKeys.versionOf(result.document().root()).orElse(ConfigVersion.V1);
        this.releases = options.releases(version);
        this.alone = !options.isForView();
        this.asked = options.areReleasesGiven();
        this.options = new OptionTypes(result, version);
    }

    PatchCheck check() {
        for (ContainerdRelease release : releases) {
            check(release, file.under(release, result.document()));
        }
        List<Notice> refusals = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        effects.settle(asked ? 1 : Math.max(starting, 1));
        broken.addTo(refusals, Notice.Kind.BROKEN, "");
        already.addTo(notices, Notice.Kind.ALREADY, "; it was so before the patch");
        losses.addTo(notices, Notice.Kind.IGNORED, "");
        refusals.addAll(effects.refusals());
        notices.addAll(effects.notices());
        return new PatchCheck(refusals, notices);
    }

    private void check(ContainerdRelease release, EffectiveConfig config) {
        Verdict verdict = config.verdict();
        boolean starts = verdict.outcome() == Outcome.LOADS || verdict.outcome() == Outcome.CRI_NOT_LOADED;
        starting += starts ? 1 : 0;
        Before before = new Before(release);
        if (verdict.outcome() != Outcome.LOADS) {
            boolean worse =
                    verdict.outcome().compareTo(before.config().verdict().outcome()) > 0;
            (worse ? broken : already).add(saying(verdict), release);
        }
        boolean off = config.isCriDisabled();
        boolean wasOff = off && before.config().isCriDisabled();
        if (off && !wasOff) {
            broken.add(OFF, release);
        }
        checkChanges(release, config, off ? Optional.of(new LostEffects.Reason(OFF, !wasOff)) : Optional.empty());
        checkOthers(before, verdict);
    }

    /** What a release made of the file without the patch, which only some patches make it necessary to know. */
    private final class Before {

        private final ContainerdRelease release;
        private @Nullable EffectiveConfig config;

        Before(ContainerdRelease release) {
            this.release = release;
        }

        EffectiveConfig config() {
            EffectiveConfig known = config;
            if (known == null) {
                known = file.under(release, file.before());
                config = known;
            }
            return known;
        }
    }

    /** A plugin that is off already may be so until the node is ready for it. */
    private void checkChanges(ContainerdRelease release, EffectiveConfig config, Optional<LostEffects.Reason> off) {
        for (Change change : result.changes()) {
            Key key = change.key();
            if (change.after().isPresent()) {
                TomlValue value = change.after().get().value();
                LostEffects.Reason reason = off.isPresent() && isOfCri(key) ? off.get() : reason(key, value, config);
                if (reason != null) {
                    effects.add(key, reason, release);
                }
            }
        }
        for (String text : options.refusals(release)) {
            broken.add(text, release);
        }
    }

    private LostEffects.@Nullable Reason reason(Key key, TomlValue value, EffectiveConfig config) {
        Remark remark = Ignorance.of(key, config.verdict(), file.path());
        if (remark != null) {
            boolean foreign = Ignorance.isOfAnotherBuild(remark, file.before().root());
            boolean loses = !Ignorance.isZero(value) && !foreign;
            return new LostEffects.Reason(text(key, remark, config.release()), loses);
        }
        Optional<SourcePlace> other = alone ? config.overriding(file.path(), key) : Optional.empty();
        return other.isEmpty() ? null : new LostEffects.Reason(other.get() + " overrides it", true);
    }

    private static boolean isOfCri(Key key) {
        return CriLayout.nameOf(key).isPresent();
    }

    /** What the file said before and the patch does not speak of can lose its effect by it. */
    private void checkOthers(Before before, Verdict verdict) {
        for (Remark remark : verdict.remarks()) {
            if (Ignorance.canComeOfOthers(remark, file.path())
                    && isUntouched(remark.key().get())) {
                if (Ignorance.of(remark.key().get(), before.config().verdict(), file.path()) == null) {
                    losses.add(remark.key().get() + " loses its effect: " + Ignorance.text(remark), before.release);
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
                && isOfCri(key)
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
}
