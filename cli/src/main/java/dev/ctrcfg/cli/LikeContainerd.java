// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.diff.Change;
import dev.ctrcfg.diff.ConfigDiff;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.util.Optional;

/** What {@code containerd config migrate} makes of the settings of a file and its imports, and what is lost with that. */
final class LikeContainerd {

    private final Arguments arguments;
    private final Console console;
    private final MigrationTarget target;

    LikeContainerd(Arguments arguments, Console console, MigrationTarget target) {
        this.arguments = arguments;
        this.console = console;
        this.target = target;
    }

    int run() throws CommandFailure {
        EffectiveInput input =
                EffectiveInput.read(arguments.get(MigrateCommand.FILE), arguments.get(MigrateCommand.ROOT), console);
        TomlDocument before = input.parse();
        if (!target.release().hasConfigMigrate()) {
            throw CommandFailure.of("ctrcfg: error: containerd " + target.release() + " has no config migrate");
        }
        EffectiveConfig config = input.under(target.release());
        if (config.loaded().isEmpty() && config.verdict().outcome() != Outcome.LOADS) {
            throw CommandFailure.of(config.verdict()
                    .cause()
                    .map(cause -> Secrets.mask(cause.toString()))
                    .orElseThrow());
        }
        TomlDocument after = TomlDocument.of(config.loaded());
        losses(new ConfigText(input.name(), before), after);
        write(after);
        return ExitCode.OK;
    }

    private void losses(ConfigText before, TomlDocument after) {
        for (Change change : ConfigDiff.between(before, new ConfigText("", after))) {
            Optional<Change.Place> place = change.before().flatMap(Change.Side::place);
            if (place.isPresent()) {
                String what = change.after().isPresent() ? "replaced" : "lost";
                console.err()
                        .print(Terminal.escape(place.get() + ": " + what + ": "
                                        + place.get().key()) + "\n");
            }
        }
        int comments = before.document().comments().size();
        if (comments > 0) {
            console.err()
                    .print(Terminal.escape(before.name()) + ": lost: " + comments
                            + (comments == 1 ? " comment\n" : " comments\n"));
        }
    }

    private void write(TomlDocument document) throws CommandFailure {
        Optional<FileArgument> file = arguments.find(Delivery.WRITE);
        if (arguments.has(Delivery.DRY_RUN)) {
            console.out().print(shown(document).text());
            return;
        }
        if (file.isEmpty() || file.get().isStream()) {
            console.out().print(document.text());
            return;
        }
        try {
            ConfigFile.write(file.get().path(), document.bytes());
        } catch (IOException e) {
            throw CommandFailure.of(file.get().path().toString(), e);
        }
    }

    /** What is only looked at shows no secrets. */
    private TomlDocument shown(TomlDocument document) {
        return arguments.has(Delivery.SHOW_SECRETS) ? document : TomlDocument.of(Secrets.mask(document.root()));
    }
}
