// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import java.util.ArrayList;
import java.util.List;

/** How patches are applied. */
public final class MergeOptions {

    /** For every release that reads the file's version, with keys written as that version spells them. */
    public static final MergeOptions DEFAULTS = new MergeOptions(Keys.TRANSLATED, List.of(), Extent.WHOLE);

    private enum Keys {
        TRANSLATED,
        AS_WRITTEN,
        OF_ANY_TOML
    }

    private enum Extent {
        WHOLE,
        NEW,
        PART,
        VIEW
    }

    private final Keys keys;
    private final List<ContainerdRelease> releases;
    private final Extent extent;

    private MergeOptions(Keys keys, List<ContainerdRelease> releases, Extent extent) {
        this.keys = keys;
        this.releases = List.copyOf(releases);
        this.extent = extent;
    }

    /**
     * {@return these options for certain releases}
     *
     * @param targets the releases that shall read the result; if there are none, every one that reads the file's version
     */
    public MergeOptions forReleases(List<ContainerdRelease> targets) {
        return new MergeOptions(keys, targets, extent);
    }

    /** {@return these options with keys written as the patches have them, which then must be for the file's version} */
    public MergeOptions withoutTranslation() {
        return new MergeOptions(Keys.AS_WRITTEN, releases, extent);
    }

    /** {@return these options for a TOML file that need not be containerd's: no key has a meaning} */
    public MergeOptions forAnyToml() {
        return new MergeOptions(Keys.OF_ANY_TOML, releases, extent);
    }

    /** {@return these options for a file that is about to be made, which states its version whatever is set in it} */
    public MergeOptions forNewFile() {
        return new MergeOptions(keys, releases, Extent.NEW);
    }

    /** {@return these options for a file that is a part of another, which has the built-in runtimes written out} */
    public MergeOptions forPart() {
        return new MergeOptions(keys, releases, Extent.PART);
    }

    /** {@return these options for a file with a drop-in laid over it, which other drop-ins need not override} */
    public MergeOptions forView() {
        return new MergeOptions(keys, releases, Extent.VIEW);
    }

    boolean isForView() {
        return extent == Extent.VIEW;
    }

    boolean isForNewFile() {
        return extent == Extent.NEW;
    }

    boolean isForPart() {
        return extent == Extent.PART;
    }

    boolean translates() {
        return keys == Keys.TRANSLATED;
    }

    boolean isForContainerd() {
        return keys != Keys.OF_ANY_TOML;
    }

    /**
     * {@return the releases that shall read a file: those asked for, or else the newest of every line that reads it}
     *
     * @param version the version of the file
     */
    public List<ContainerdRelease> releases(ConfigVersion version) {
        return releases.isEmpty() ? readersOf(version) : releases;
    }

    /** {@return whether certain releases were asked for} */
    public boolean areReleasesGiven() {
        return !releases.isEmpty();
    }

    private static List<ContainerdRelease> readersOf(ConfigVersion version) {
        List<ContainerdRelease> readers = new ArrayList<>();
        for (ReleaseLine line : ReleaseLine.values()) {
            if (line.newest().maxConfigVersion().isAtLeast(version)) {
                readers.add(line.newest());
            }
        }
        return readers;
    }

    /**
     * {@return the version for a new file: the newest that every release asked for reads, and 2 if none was, which every
     * release since 1.3 reads}
     */
    public ConfigVersion newFileVersion() {
        if (releases.isEmpty()) {
            return ConfigVersion.V2;
        }
        ConfigVersion version = ConfigVersion.V4;
        for (ContainerdRelease release : releases) {
            ConfigVersion newest = release.maxConfigVersion();
            version = version.isAtLeast(newest) ? newest : version;
        }
        return version;
    }
}
