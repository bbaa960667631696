// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.dropin.DropInFile;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.record.KeptChange;
import dev.ctrcfg.record.PatchRecord;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.UnifiedDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ctrcfg revert}: takes back what patches did. */
final class RevertCommand implements Subcommand {

    private static final Positional<FileArgument> FILE =
            Options.file().description("the file to take the changes of, all files of the record by default");
    private static final Option<FileArgument> RECORD =
            Options.record().required().description("the record that ctrcfg patch --record has written");
    private static final Option<Path> ROOT = Options.root();

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg revert", "Takes back what patches with a record have changed.")
                .description(
                        "A file that is still as the last patch left it gets its former content, byte for byte. If"
                                + " others have edited it meanwhile, each change is taken back where the value is still"
                                + " ours; what is not is named, and nobody else's edit is touched. A file that a patch"
                                + " made is deleted when nothing of others is in it.",
                        "Several files are written all or none, and what is to be done after a change is done once."
                                + " The record goes with the changes, unless they are rolled back. Prints `changed`,"
                                + " `unchanged` or `rolled back`.")
                .positional(FILE)
                .options(RECORD, Delivery.DRY_RUN, Delivery.CHECK, ROOT)
                .group("How to write it", WriteArguments.options(Delivery.SHOW_SECRETS))
                .exit(ExitCode.OK, "done or nothing to do")
                .exit(ExitCode.FOUND, "would change (--check), or a change was kept as somebody has overwritten it")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg patch --patch kata.toml --record /var/lib/ctrcfg/kata.toml",
                        "ctrcfg revert --record /var/lib/ctrcfg/kata.toml --dry-run",
                        "ctrcfg revert --record /var/lib/ctrcfg/kata.toml")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        WriteArguments writing = WriteArguments.of(arguments);
        RecordFile file = new RecordFile(arguments.get(RECORD).path());
        PatchRecord record = file.require();
        Path root = arguments.get(ROOT);
        List<Reverting> files = new ArrayList<>();
        PatchRecord rest = record;
        for (FileRecord each : chosen(record, arguments.get(FILE), file.name())) {
            Path path = arguments.has(FILE) ? arguments.get(FILE).path() : HostRoot.place(root, Path.of(each.path()));
            Optional<Reverting> reverting = Reverting.of(each, path);
            reverting.ifPresent(files::add);
            rest = rest.without(each.path());
        }
        boolean lost = report(files, console);
        if (Delivery.isTrial(arguments)) {
            return rehearse(files, arguments, console);
        }
        WriteReport report = write(files, new FileWriting(writing, console), file.path());
        if (report.outcome() != WriteReport.Outcome.ROLLED_BACK) {
            file.write(rest);
        }
        console.out().print(report.outcome() + "\n");
        report.explain(console);
        return report.exitCode() == ExitCode.OK && lost ? ExitCode.FOUND : report.exitCode();
    }

    private static List<FileRecord> chosen(PatchRecord record, FileArgument file, String name) throws CommandFailure {
        if (file.isDefault()) {
            return record.files();
        }
        Optional<FileRecord> known =
                record.file(file.path().toAbsolutePath().normalize().toString());
        if (known.isEmpty() && record.files().size() == 1) {
            return record.files();
        }
        return List.of(
                known.orElseThrow(() -> CommandFailure.of(name + ": error: nothing is recorded of " + file.path())));
    }

    /** Names the changes that stay; whether somebody else is the reason. */
    private static boolean report(List<Reverting> files, Console console) {
        boolean lost = false;
        for (Reverting file : files) {
            for (KeptChange kept : file.reversal().kept()) {
                lost |= kept.reason() != KeptChange.Reason.NEEDED;
                console.err()
                        .print(Terminal.escape(place(file, kept) + ": kept " + kept.key() + ": " + reason(kept))
                                + "\n");
            }
        }
        return lost;
    }

    private static String place(Reverting file, KeptChange kept) {
        Optional<Span> span = file.document().keySpanOf(kept.key());
        Optional<Position> position = span.map(at -> file.document().position(at.start()));
        return file.path() + position.map(at -> ":" + at).orElse("");
    }

    private static String reason(KeptChange kept) {
        return switch (kept.reason()) {
            case NOT_OURS -> kept.present().isPresent() ? "it has another value by now" : "it is gone by now";
            case NEEDED -> "other settings are written for it";
            case IN_THE_WAY -> "what others wrote around it is in the way";
        };
    }

    private static int rehearse(List<Reverting> files, Arguments arguments, Console console) {
        boolean differs = false;
        for (Reverting file : files) {
            differs |= file.reversal().changed();
            if (arguments.has(Delivery.DRY_RUN)) {
                Redaction redaction = Delivery.redaction(arguments);
                String name = file.path().toString();
                String difference = UnifiedDiff.of(
                        name, name, file.document(), file.reversal().edits(), redaction);
                console.out().print(Terminal.escape(file.shown(difference)));
            }
        }
        (arguments.has(Delivery.DRY_RUN) ? console.err() : console.out())
                .print(differs ? "would change\n" : "unchanged\n");
        return differs && arguments.has(Delivery.CHECK) ? ExitCode.FOUND : ExitCode.OK;
    }

    /** Files that patches made come last, when nothing names them any more. */
    private static WriteReport write(List<Reverting> files, FileWriting writing, Path record) throws CommandFailure {
        Path first = record;
        for (boolean created : new boolean[] {false, true}) {
            for (Reverting file : files) {
                if (file.wasCreated() == created) {
                    file.write(writing, file.leavesNothing() && !isNamed(file, files));
                    first = first.equals(record) ? file.path() : first;
                }
            }
        }
        return writing.finish(first);
    }

    /** Whether another file imports this one by name, so that a containerd would not start without it. */
    private static boolean isNamed(Reverting file, List<Reverting> all) {
        Path path = file.path().toAbsolutePath().normalize();
        DropInFile dropIn = new DropInFile(path.toString(), Optional.empty());
        for (Reverting other : all) {
            String importer = other.path().toAbsolutePath().normalize().toString();
            if (other != file && dropIn.isNamedBy(importer, other.reversal().document())) {
                return true;
            }
        }
        return false;
    }
}
