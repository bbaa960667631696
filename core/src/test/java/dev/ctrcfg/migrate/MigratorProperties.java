// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.GeneratedConfigs;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every migration, between all versions and for all releases. */
class MigratorProperties {

    private static final int TRIES = 300;

    @Provide
    Arbitrary<ConfigText> files() {
        return GeneratedConfigs.any();
    }

    /** Every version that some release reads, for every line of releases. */
    @Provide
    Arbitrary<MigrationTarget> targets() {
        List<MigrationTarget> targets = new ArrayList<>();
        for (ReleaseLine line : ReleaseLine.values()) {
            ContainerdRelease release = line.newest();
            for (ConfigVersion version : ConfigVersion.values()) {
                if (version != ConfigVersion.V1 && release.maxConfigVersion().isAtLeast(version)) {
                    targets.add(new MigrationTarget(version, release));
                }
            }
        }
        return Arbitraries.of(targets);
    }

    @Property(tries = TRIES)
    void whatIsMigratedIsNotMigratedAgain(@ForAll("files") ConfigText file, @ForAll("targets") MigrationTarget target) {
        TomlDocument after = migrate(file, target).files().get(0).document();
        Migration again = Migrator.to(target).migrate("again", after);
        assertThat(again.changed()).as(after.text()).isFalse();
        assertThat(again.notices()).as(after.text()).isEmpty();
    }

    @Property(tries = TRIES)
    void everyCommentIsBesideItsKeyOrInANotice(
            @ForAll("files") ConfigText file, @ForAll("targets") MigrationTarget target) {
        Migration migration = migrate(file, target);
        assertThat(new CommentAudit(migration, target).strays())
                .as(file.document().text() + "\n"
                        + migration.files().get(0).document().text())
                .isEmpty();
    }

    @Property(tries = TRIES)
    void whatAKilledRunLeavesIsFinishedByTheNextOne(
            @ForAll("files") ConfigText main,
            @ForAll("files") ConfigText imported,
            @ForAll("targets") MigrationTarget target,
            @ForAll boolean mainIsDone) {
        List<ConfigText> before = List.of(main, new ConfigText("import.toml", imported.document()));
        List<MigratedFile> whole = Migrator.to(target).migrate(before).files();
        List<ConfigText> left = List.of(text(whole.get(0), mainIsDone), text(whole.get(1), !mainIsDone));
        List<MigratedFile> finished = Migrator.to(target).migrate(left).files();
        assertThat(finished.get(0).document()).isEqualTo(whole.get(0).document());
        assertThat(finished.get(1).document()).isEqualTo(whole.get(1).document());
    }

    private static ConfigText text(MigratedFile file, boolean done) {
        return done ? new ConfigText(file.before().name(), file.document()) : file.before();
    }

    private static Migration migrate(ConfigText file, MigrationTarget target) {
        return Migrator.to(target).migrate(List.of(file));
    }
}
