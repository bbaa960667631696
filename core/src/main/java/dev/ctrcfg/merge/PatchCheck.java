// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlDocument;
import java.util.List;

/**
 * What releases of containerd would make of a patched file.
 *
 * <p>A patch is refused for taking the CRI plugin, the whole daemon or the pods of a runtime down in a release that shall
 * read the file, and for settings that would have no effect: in any of the releases that were asked for, or in every one
 * if none was. A setting has no effect if the release does not have it, if its plugin is disabled, or if a file that is
 * imported overrides it. Settings of plugins that somebody else may have built into containerd pass. A file that did not
 * load before the patch already is no reason to refuse it. Settings of the file that lose their effect by the patch are told.
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
        return result.changed() ? new CheckRun(file, result, options).check() : new PatchCheck(List.of(), List.of());
    }

    /**
     * A file that a patch is for.
     *
     * @param path its path
     * @param before its text before the merge
     * @param imports where the files are that it imports
     */
    public record Checked(String path, TomlDocument before, ConfigSource imports) {

        EffectiveConfig under(ContainerdRelease release, TomlDocument document) {
            return EffectiveConfig.of(release, path, document, imports);
        }
    }
}
