// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Migrates configuration files in place.
 *
 * <p>A file that has the version already stays as it is. Files that are imported have to be migrated together with the
 * one that imports them.
 */
public final class Migrator {

    private final MigrationTarget target;

    private Migrator(MigrationTarget target) {
        this.target = target;
    }

    /**
     * {@return a migrator}
     *
     * @param target what it migrates for
     */
    public static Migrator to(MigrationTarget target) {
        return new Migrator(target);
    }

    /**
     * {@return a file migrated}
     *
     * @param name what to call it in notices
     * @param document what it holds
     * @throws EditConflictException if it states a version that does not exist, or if something that is no table is where
     *     one has to be
     */
    public Migration migrate(String name, TomlDocument document) {
        return migrate(List.of(new ConfigText(name, document)));
    }

    /**
     * {@return files migrated}
     *
     * @param files the file that containerd is given, and then those that it imports, in the order they are read
     * @throws EditConflictException as for a single file
     */
    public Migration migrate(List<ConfigText> files) {
        List<MigratedFile> migrated = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (ConfigText file : files) {
            Rewriting rewriting = new Rewriting(Upgrade.plan(file, target, files.get(0)));
            migrated.add(rewriting.file());
            List<Notice> own = new ArrayList<>(rewriting.notices());
            own.addAll(Overlaps.notices(file, files, target));
            own.sort(Comparator.comparing(
                    notice -> notice.position().map(Position::line).orElse(0)));
            notices.addAll(own);
        }
        return new Migration(migrated, notices);
    }
}
