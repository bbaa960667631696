// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/**
 * Brings a document to contain what patches want.
 *
 * <p>Keys of patches may be spelt for any config version; each setting lands where the document's version has it. Tables
 * are merged, all other values are replaced, arrays as a whole. An array of tables gives way only to another array. New
 * keys and tables are written in the order of the patches. A table that is empty in the patch is created if the document
 * has none. What has no place in the document's version is left out with a notice.
 *
 * <p>Before containerd 2.0 a table {@code runtimes} makes containerd forget the runc that it has built in. When a patch
 * brings that table about, runc is therefore written out.
 */
public final class Merger {

    private static final Key VERSION = Key.of("version");

    private final TomlDocument document;
    private final List<ConfigPatch> patches;
    private final MergeOptions options;
    private final Draft draft;

    private Merger(TomlDocument document, List<ConfigPatch> patches, MergeOptions options) {
        this.document = document;
        this.patches = patches;
        this.options = options;
        this.draft = new Draft(document);
    }

    /**
     * {@return the document with what a patch wants}
     *
     * @param document the document
     * @param patch the patch
     * @throws EditConflictException if the patch has a table where the document has another value, or the reverse, or
     *     if an operation of it fails; the message names both places
     */
    public static MergeResult apply(TomlDocument document, ConfigPatch patch) {
        return apply(document, List.of(patch), MergeOptions.DEFAULTS);
    }

    /**
     * {@return the document with what several patches want}
     *
     * @param document the document
     * @param patches the patches; where two of them differ, the later one counts
     * @throws EditConflictException if a patch has a table where the document or an earlier patch has another value, or
     *     the reverse, or if an operation fails; the message names both places
     */
    public static MergeResult apply(TomlDocument document, List<ConfigPatch> patches) {
        return apply(document, patches, MergeOptions.DEFAULTS);
    }

    /**
     * {@return the document with what several patches want}
     *
     * @param document the document
     * @param patches the patches; where two of them differ, the later one counts
     * @param options how to apply them
     * @throws EditConflictException as {@link #apply(TomlDocument, List)} does, and without translation also if a patch
     *     is written for another config version
     */
    public static MergeResult apply(TomlDocument document, List<ConfigPatch> patches, MergeOptions options) {
        return new Merger(document, List.copyOf(patches), options).merge();
    }

    private MergeResult merge() {
        if (options.isForContainerd()) {
            mergeForContainerd();
        } else {
            mergeAnyToml();
        }
        TomlEditor editor = document.edit();
        List<Change> changes = new Difference(draft, editor).settle();
        return new MergeResult(editor.document(), editor.edits(), changes, draft.notices());
    }

    private void mergeAnyToml() {
        Spelling spelling = new AsWritten(null);
        for (ConfigPatch patch : patches) {
            Optional<TomlValue> version = patch.version();
            if (version.isPresent()) {
                draft.begin(patch);
                draft.put(VERSION, version.get());
            }
            new Patching(draft, spelling).apply(patch);
        }
    }

    private void mergeForContainerd() {
        ConfigVersion version = new TargetVersion(document, options).of(patches);
        ConfigLayout layout = ConfigLayout.of(version);
        Spelling spelling = options.translates()
                ? new Translation(draft, layout, options.releases(version))
                : new AsWritten(layout);
        Patching patching = new Patching(draft, spelling);
        for (ConfigPatch patch : patches) {
            if (!isSkipped(patch, version)) {
                patching.apply(patch);
            }
        }
        if (!options.isForPart() && !isMadeOfOperations()) {
            new RuncEntry(draft, layout.cri(), options.releases(version)).complete();
        }
        stampVersion(version);
    }

    /** Whether the patches do what they say to the letter, as those of RFC 6902 do, instead of asking for an outcome. */
    private boolean isMadeOfOperations() {
        for (ConfigPatch patch : patches) {
            for (Step step : patch.steps()) {
                if (!(step instanceof Step.Operation)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A file that held nothing gets its version with the first setting that depends on it. */
    private void stampVersion(ConfigVersion version) {
        boolean begun = draft.before().isEmpty() && !draft.has(VERSION) && (options.isForNewFile() || namesPlugins());
        if (begun && version != ConfigVersion.V1) {
            draft.put(VERSION, TomlValue.of(version.number()));
        }
    }

    /** Each version has its own names for plugins, and its own places for their settings. */
    private boolean namesPlugins() {
        return draft.hasTouched(Key.of("plugins"))
                || draft.hasTouched(Key.of("disabled_plugins"))
                || draft.hasTouched(Key.of("required_plugins"));
    }

    private boolean isSkipped(ConfigPatch patch, ConfigVersion version) {
        if (options.translates()) {
            return isForAnotherVersionThanOthers(patch, version) && skip(patch);
        }
        if (fits(patch, version)) {
            return false;
        }
        if (patch.isOneOfSeveralVersions()) {
            return skip(patch);
        }
        throw otherVersion(patch);
    }

    /** Where one thing is said for several versions, what is said for that of the document counts. */
    private boolean isForAnotherVersionThanOthers(ConfigPatch patch, ConfigVersion version) {
        if (!patch.isOneOfSeveralVersions() || fits(patch, version)) {
            return false;
        }
        for (ConfigPatch other : patches) {
            if (other.isOneOfSeveralVersions() && other.version().isPresent() && fits(other, version)) {
                return true;
            }
        }
        return false;
    }

    private boolean skip(ConfigPatch patch) {
        draft.begin(patch);
        String text = "left out, as it is for version " + patch.version().orElseThrow();
        draft.notice(Notice.Kind.SKIPPED, VERSION, text);
        return true;
    }

    private static boolean fits(ConfigPatch patch, ConfigVersion version) {
        return patch.version().isEmpty()
                || patch.version().get() instanceof TomlInteger number
                        && ConfigVersion.of(number.value()).equals(Optional.of(version));
    }

    /** containerd looks up keys in the spelling of the file's version and ignores all others without a word. */
    private EditConflictException otherVersion(ConfigPatch patch) {
        Optional<TomlValue> stated = draft.before().get("version");
        boolean unstated = stated.isEmpty() || stated.get().equals(TomlValue.of(0));
        String here = unstated ? "no version is stated here, which means 1" : "version is " + stated.get() + " here";
        String message = here + ", and " + patch.version().orElseThrow() + " in " + patch.placeOf(VERSION);
        Span top = document.keySpanOf(VERSION).orElse(new Span(0, 0));
        return new EditConflictException(VERSION, Optional.of(top), message);
    }
}
