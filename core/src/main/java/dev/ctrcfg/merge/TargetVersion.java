// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/** Decides which version's spelling a document has, or is to have. */
final class TargetVersion {

    private static final Key VERSION = Key.of("version");

    private final TomlDocument document;
    private final TomlTable root;
    private final MergeOptions options;

    TargetVersion(TomlDocument document, MergeOptions options) {
        this.document = document;
        this.root = document.root();
        this.options = options;
    }

    ConfigVersion of(List<ConfigPatch> patches) {
        for (ConfigPatch patch : patches) {
            requireExisting(patch);
        }
        Optional<ConfigVersion> set = set(patches);
        if (set.isPresent()) {
            return set.get();
        }
        if (root.isEmpty()) {
            return ofNewFile(patches);
        }
        Optional<ConfigVersion> version =
                options.translates() ? ConfigLayout.spelling(root) : ConfigKeys.versionOf(root);
        if (version.isEmpty()) {
            throw unknown();
        }
        return version.get();
    }

    private EditConflictException unknown() {
        String message = "version is " + root.get("version").orElseThrow() + " here, which no containerd reads";
        Optional<Span> span = document.keySpanOf(VERSION);
        return new EditConflictException(VERSION, span, message);
    }

    private static void requireExisting(ConfigPatch patch) {
        Optional<TomlValue> version = patch.version();
        if (version.isPresent() && numbered(version.get()).isEmpty()) {
            String message =
                    "version is " + version.get() + " in " + patch.placeOf(VERSION) + ", which no containerd reads";
            throw new EditConflictException(VERSION, Optional.empty(), message);
        }
    }

    private static Optional<ConfigVersion> numbered(TomlValue version) {
        return version instanceof TomlInteger number ? ConfigVersion.of(number.value()) : Optional.empty();
    }

    /** The version that a patch sets as a setting like others. */
    private static Optional<ConfigVersion> set(List<ConfigPatch> patches) {
        Optional<ConfigVersion> version = Optional.empty();
        for (ConfigPatch patch : patches) {
            for (Step step : patch.steps()) {
                if (step instanceof Step.Merge merge && merge.key().equals(VERSION)) {
                    version = numbered(merge.value());
                }
            }
        }
        return version;
    }

    /** A new file has the version that its readers ask for, or else the one that its first patch is spelt for. */
    private ConfigVersion ofNewFile(List<ConfigPatch> patches) {
        if (options.areReleasesGiven()) {
            return options.newFileVersion();
        }
        for (ConfigPatch patch : patches) {
            Optional<ConfigVersion> version =
                    patch.version().isPresent() ? numbered(patch.version().get()) : spelling(patch);
            if (version.isPresent()) {
                return version.get();
            }
        }
        return options.newFileVersion();
    }

    private static Optional<ConfigVersion> spelling(ConfigPatch patch) {
        for (Step step : patch.steps()) {
            if (step instanceof Step.Merge merge && merge.value() instanceof TomlTable table) {
                TomlTable whole = merge.key().isRoot() ? table : TomlTable.EMPTY;
                if (whole.get("plugins").isPresent()) {
                    return ConfigLayout.spelling(whole);
                }
            } else if (step instanceof Step.Merge merge
                    && merge.key().startsWith(Key.of("plugins"))
                    && merge.key().size() > 1) {
                return ConfigLayout.spelling(TomlTable.builder()
                        .put(
                                "plugins",
                                TomlTable.builder()
                                        .put(merge.key().name(1), true)
                                        .build())
                        .build());
            }
        }
        return Optional.empty();
    }
}
