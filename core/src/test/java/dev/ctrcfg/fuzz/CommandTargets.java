// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.diff.ConfigDiff;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Fixer;
import dev.ctrcfg.lint.LintOptions;
import dev.ctrcfg.lint.LintReport;
import dev.ctrcfg.lint.Linter;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigratedFile;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.UnifiedDiff;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What must hold of what commands do to any documents whatever. */
final class CommandTargets {

    private static final List<ContainerdRelease> RELEASES = List.of(
            ContainerdRelease.parse("1.4.9"),
            ContainerdRelease.parse("1.6.39"),
            ContainerdRelease.parse("1.7.34"),
            ContainerdRelease.parse("2.1.9"),
            ContainerdRelease.newest());

    /** Stands between two documents; no text in UTF-8 has it. */
    private static final byte SEPARATOR = (byte) 0xff;

    private CommandTargets() {}

    /** A patch and a file: patching works or is refused, and works only once. */
    static void patch(byte[] data) {
        int end = separator(data);
        Optional<TomlDocument> patch = parse(Arrays.copyOf(data, end));
        Optional<TomlDocument> file = parse(Arrays.copyOfRange(data, Math.min(end + 1, data.length), data.length));
        if (patch.isEmpty() || file.isEmpty()) {
            return;
        }
        MergeResult once;
        try {
            once = Merger.apply(file.get(), ConfigPatch.of("patch", patch.get()));
        } catch (EditConflictException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(file.get().apply(once.edits())).isEqualTo(once.document());
        UnifiedDiff.of("a", "b", file.get(), once.edits(), Secrets.REDACTION);
        MergeResult twice = Merger.apply(once.document(), ConfigPatch.of("patch", patch.get()));
        assertThat(twice.edits()).isEmpty();
    }

    /** A file: migrating works or is refused, and works only once. */
    static void migrate(byte[] data) {
        Optional<TomlDocument> file = parse(data);
        if (file.isEmpty()) {
            return;
        }
        for (ConfigVersion version : ConfigVersion.values()) {
            Migrator migrator = Migrator.to(MigrationTarget.of(version));
            try {
                MigratedFile once = migrator.migrate("file", file.get()).files().get(0);
                MigratedFile twice =
                        migrator.migrate("file", once.document()).files().get(0);
                assertThat(twice.document()).isEqualTo(once.document());
            } catch (EditConflictException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    /** Any bytes: every release has a verdict on them. */
    static void load(byte[] data) {
        for (ContainerdRelease release : RELEASES) {
            EffectiveConfig config =
                    EffectiveConfig.of(release, "/etc/containerd/config.toml", data, ConfigSource.none());
            assertThat(config.verdict().outcome()).isNotNull();
            assertThat(Secrets.mask(config.root()).toToml()).isNotNull();
        }
    }

    /** Any bytes: every finding has its place in them, and after mending there is nothing more to mend. */
    static void lint(byte[] data) {
        Linter linter = new Linter(LintOptions.NONE.forReleases(RELEASES.toArray(ContainerdRelease[]::new)));
        LintReport report = linter.lint("config.toml", data);
        for (Finding finding : report.findings()) {
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.place().span().end())
                    .isBetween(finding.place().span().start(), data.length);
        }
        if (report.document().isPresent()) {
            TomlDocument fixed =
                    Fixer.fix(linter, "config.toml", report.document().get());
            assertThat(Fixer.fix(linter, "config.toml", fixed)).isEqualTo(fixed);
        }
    }

    /** Two files: nothing is between a file and itself, and the operations from one to the other make a patch. */
    static void diff(byte[] data) {
        int end = separator(data);
        Optional<TomlDocument> first = parse(Arrays.copyOf(data, end));
        Optional<TomlDocument> second = parse(Arrays.copyOfRange(data, Math.min(end + 1, data.length), data.length));
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        ConfigText before = new ConfigText("a", first.get());
        ConfigText after = new ConfigText("b", second.get());
        try {
            assertThat(ConfigDiff.between(before, before)).isEmpty();
            ConfigDiff.between(before, after)
                    .forEach(change -> assertThat(change.toString()).isNotBlank());
            ConfigPatch patch = ConfigPatch.ofOperations("diff", ConfigDiff.operations(before, after));
            assertThat(Merger.apply(first.get(), patch).document()).isNotNull();
        } catch (EditConflictException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static int separator(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != SEPARATOR) {
            end++;
        }
        return end;
    }

    private static Optional<TomlDocument> parse(byte[] text) {
        try {
            return Optional.of(TomlDocument.parse(text));
        } catch (TomlSyntaxException e) {
            Secrets.mask(e.errors().get(0).render("file"));
            return Optional.empty();
        }
    }
}
