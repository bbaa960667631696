// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.migrate.MigratedFile;
import dev.ctrcfg.migrate.Migration;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a migration makes of a file that imports nothing. */
final class MigrationRevision implements DocumentRevision {

    private final String name;
    private final MigrationTarget target;
    private @Nullable Input input;
    private @Nullable Migration migration;

    MigrationRevision(String name, MigrationTarget target) {
        this.name = name;
        this.target = target;
    }

    @Override
    public byte[] revise(Optional<byte[]> content) throws IOException, CommandFailure {
        if (content.isEmpty()) {
            throw new NoSuchFileException(name, null, "no such file");
        }
        Input read = Input.of(name, content.get());
        TomlDocument document = read.parse();
        try {
            Migration made = Migrator.to(target).migrate(name, document);
            input = read;
            migration = made;
            MigratedFile file = made.files().get(0);
            return read.edited(file.document(), file.edits());
        } catch (EditConflictException e) {
            throw read.failure(document, e, Secrets.REDACTION);
        }
    }

    @Override
    public String diff(String newName, Redaction redaction) {
        Input read = input;
        Migration made = migration;
        if (read == null || made == null) {
            return "";
        }
        MigratedFile file = made.files().get(0);
        return read.shown(UnifiedDiff.of(name, newName, file.before().document(), file.edits(), redaction));
    }

    @Override
    public void addTo(TomlTable.Builder report, Redaction redaction) {
        Migration made = migration;
        if (made != null) {
            report.put("notices", NoticeText.table(made.notices()));
        }
    }
}
