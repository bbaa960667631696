// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.TooNewVersion;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a release does about the versions of its files: brings each to its own, as far as it does that file by file, and
 * refuses what it cannot read.
 */
final class FileVersions {

    private static final String FAILED = "failed to load TOML from ";

    private final ContainerdRelease release;
    private final Remarks remarks;
    private final PluginNames names;
    private long rootVersion;

    FileVersions(ContainerdRelease release, Remarks remarks) {
        this.release = release;
        this.remarks = remarks;
        this.names = new PluginNames(remarks);
    }

    /** Prepares a file to be merged into what was read before. */
    void prepare(LoadedFile file, Branch merged) {
        switch (release.migrationTiming()) {
            case NEVER -> {}
            case AFTER_MERGE -> expandNames(file, merged);
            case PER_FILE -> migrate(file);
        }
    }

    /** A file of version 1 is raised to the version of what it is merged into, by renaming plugins alone. */
    private void expandNames(LoadedFile file, Branch merged) {
        long version = file.version();
        if (version != 0 && version != 1) {
            return;
        }
        long stated = LoadedFile.version(merged);
        long target = stated == 0 ? release.maxConfigVersion().number() : stated;
        if (target > release.maxConfigVersion().number()) {
            throw outOfRange(file.config(), release.maxConfigVersion().number());
        }
        if (target > 1) {
            names.expand(file.config());
            setVersion(file.config(), target);
        }
    }

    private static Refusal outOfRange(Branch config, long index) {
        Node version = config.get(LoadedFile.VERSION);
        String bounds = index < 0 ? "[" + index + "]" : "[" + index + "] with length " + index;
        String text = "runtime error: index out of range " + bounds;
        return Refusal.panic("bad-version", text, version == null ? config.written() : version.written());
    }

    static void setVersion(Branch config, long version) {
        Node stated = config.get(LoadedFile.VERSION);
        Written written = stated == null ? null : stated.written();
        config.put(LoadedFile.VERSION, new Leaf(TomlValue.of(version), written));
    }

    private void migrate(LoadedFile file) {
        long version = file.version();
        if (rootVersion == 0) {
            rootVersion = version;
        } else if (version > rootVersion) {
            String text = "drop-in config version " + version + " higher than root config version " + rootVersion;
            throw Refusal.exit("newer-import", text, versionPlace(file.config()));
        }
        if (version < 0) {
            throw outOfRange(file.config(), version);
        }
        long newest = release.maxConfigVersion().number();
        if (version < newest) {
            new FileMigration(release, remarks).migrate(file.config(), version);
            remarks.add(migrated(file.config(), version));
            setVersion(file.config(), newest);
        }
    }

    /** What is logged when a migration is done. */
    static Remark migrated(Branch config, long version) {
        String text = "Configuration migrated from version " + version
                + ", use `containerd config migrate` to avoid migration";
        return Remarks.of(Effect.WARNING, "migrated", text, versionPlace(config));
    }

    private static @Nullable Written versionPlace(Branch config) {
        Node version = config.get(LoadedFile.VERSION);
        return version == null ? null : version.written();
    }

    /**
     * Refuses what the files came to.
     *
     * @param last the file that was read last, which containerd names
     */
    void validate(Branch config, String last) {
        long version = LoadedFile.version(config);
        long newest = release.maxConfigVersion().number();
        if (release.migrationTiming() == MigrationTiming.NEVER && version < 2) {
            warnOfVersionOne(config, version);
            return;
        }
        if (version > newest && release.tooNewVersion() != TooNewVersion.ACCEPTED) {
            throw tooNew(config, last);
        }
        new PluginIdsCheck(release).check(config, prefix(last));
    }

    private String prefix(String last) {
        return release.since(ReleaseLine.V1_5) ? FAILED + last + ": " : "";
    }

    private void warnOfVersionOne(Branch config, long version) {
        if (release.versionOneWarning().isPresent()) {
            long counted = version == 0 ? 1 : version;
            String text = release.versionOneWarning().get().replace("version `1` has", "version `" + counted + "` has");
            remarks.add(Effect.DEPRECATION, "config-version-1", text, versionPlace(config));
        }
    }

    private Refusal tooNew(Branch config, String last) {
        long version = LoadedFile.version(config);
        int newest = release.maxConfigVersion().number();
        if (release.tooNewVersion() == TooNewVersion.UNSUPPORTED) {
            String said = "containerd config version `" + version + "` is not supported, the max version is `" + newest
                    + "`, use `containerd config default` to generate a new config or manually revert to version `"
                    + newest + "`";
            remarks.warn("version-too-new", said, versionPlace(config));
            String text = FAILED + last + ": unsupported config version `" + version + "`";
            return Refusal.exit("version-too-new", text, versionPlace(config));
        }
        String text = FAILED + last + ": expected containerd config version equal to or less than `" + newest
                + "`, got `" + version + "`";
        return Refusal.exit("version-too-new", text, versionPlace(config));
    }

    /** The version that the tables of plugins are named by; 0 counts as 1 in containerd 1.x. */
    static ConfigVersion ofNames(ContainerdRelease release, Branch config) {
        long version = LoadedFile.version(config);
        boolean shortNames = release.migrationTiming() == MigrationTiming.NEVER && (version == 0 || version == 1);
        return shortNames ? ConfigVersion.V1 : ConfigVersion.V2;
    }

    /** The plugins that {@code disabled_plugins} names. */
    static Set<String> disabled(Branch config) {
        return new LinkedHashSet<>(LoadedFile.strings(config.get("disabled_plugins")));
    }
}
