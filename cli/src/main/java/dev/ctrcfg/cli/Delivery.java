// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Brings what a command makes of a file to where it belongs: into the file, elsewhere, or nowhere to try it out. */
final class Delivery {

    static final Option<Boolean> DRY_RUN =
            Option.flag("--dry-run").description("write nothing, print the difference as a unified diff");
    static final Option<Boolean> CHECK =
            Option.flag("--check").description("write nothing, exit with 1 if something would change");
    static final Option<FileArgument> WRITE = Option.value("--write", "FILE", FileArgument.Names.NAMES)
            .description("write the result to this file instead, - for standard output");
    static final Option<Boolean> SHOW_SECRETS = Options.showSecrets();
    static final Option<OutputFormat> OUTPUT = Options.output(OutputFormat.TEXT, OutputFormat.JSON);

    private final Arguments arguments;
    private final Console console;
    private final WriteArguments writing;
    private final FileArgument file;

    /**
     * Makes one.
     *
     * @param arguments the command line
     * @param console the streams
     * @param file the file that the command is about
     * @throws UsageException if the command line says things that do not go together
     */
    Delivery(Arguments arguments, Console console, FileArgument file) throws UsageException {
        this.arguments = arguments;
        this.console = console;
        this.writing = WriteArguments.of(arguments);
        this.file = file;
        if (isStream() && !isTrial() && isJson()) {
            throw new UsageException("a report cannot be printed where the document goes");
        }
        if (isStream() && writing.hasAftermath()) {
            throw new UsageException("--on-change and --wait-cri are for files that are written");
        }
    }

    /** {@return what messages do not show} */
    Redaction redaction() {
        return redaction(arguments);
    }

    /** {@return what the command line lets nobody see} */
    static Redaction redaction(Arguments arguments) {
        return arguments.has(SHOW_SECRETS) ? Redaction.NONE : Secrets.REDACTION;
    }

    /** {@return the exit code of the command, whose revision is made and written or tried out} */
    int of(DocumentRevision revision) throws CommandFailure {
        return of(revision, new FileWriting(writing, console));
    }

    /** {@return the exit code of the command, which has written other files before} */
    int of(DocumentRevision revision, FileWriting files) throws CommandFailure {
        Optional<FileArgument> elsewhere = arguments.find(WRITE);
        if (!isTrial() && elsewhere.isEmpty() && !file.isStream()) {
            return written(revision, files.write(file.path(), revision));
        }
        Optional<byte[]> before = before();
        byte[] after = revise(revision, before);
        if (isTrial()) {
            return triedOut(revision, differs(before, after));
        }
        if (isStream()) {
            console.out().print(new String(after, StandardCharsets.UTF_8));
            console.err().print(differs(before, after) ? "changed\n" : "unchanged\n");
            return ExitCode.OK;
        }
        Path target = elsewhere.orElse(file).path();
        return written(revision, files.write(target, content -> after));
    }

    private Optional<byte[]> before() throws CommandFailure {
        boolean missing = !file.isStream() && Files.notExists(file.path());
        return missing
                ? Optional.empty()
                : Optional.of(Input.read(file, console).original());
    }

    private byte[] revise(DocumentRevision revision, Optional<byte[]> before) throws CommandFailure {
        try {
            return revision.revise(before);
        } catch (IOException e) {
            throw CommandFailure.of(file.inputName(), e);
        }
    }

    private boolean isTrial() {
        return isTrial(arguments);
    }

    /** {@return whether nothing is to be written} */
    static boolean isTrial(Arguments arguments) {
        return arguments.has(DRY_RUN) || arguments.has(CHECK);
    }

    private boolean isJson() {
        return arguments.get(OUTPUT) == OutputFormat.JSON;
    }

    /** Whether the document goes to standard output. */
    private boolean isStream() {
        return arguments.find(WRITE).orElse(file).isStream();
    }

    private String targetName() {
        return isStream()
                ? "<stdout>"
                : arguments.find(WRITE).orElse(file).path().toString();
    }

    /** Whether the place where the result would go holds anything else. */
    private boolean differs(Optional<byte[]> before, byte[] after) throws CommandFailure {
        Optional<FileArgument> elsewhere = arguments.find(WRITE);
        if (elsewhere.isEmpty() || elsewhere.get().isStream()) {
            return before.isEmpty() || !Arrays.equals(before.get(), after);
        }
        Path target = elsewhere.get().path();
        try {
            return !Arrays.equals(ConfigFile.read(target).content(), after);
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw CommandFailure.of(target.toString(), e);
        }
    }

    /** {@return the exit code, after telling what would change} */
    int triedOut(DocumentRevision revision, boolean differs) {
        String diff = arguments.has(DRY_RUN) ? revision.diff(targetName(), redaction()) : "";
        if (isJson()) {
            TomlTable.Builder report = TomlTable.builder()
                    .put("file", targetName())
                    .put("changed", false)
                    .put("would_change", differs);
            revision.addTo(report, redaction());
            if (arguments.has(DRY_RUN)) {
                report.put("diff", diff);
            }
            console.out().print(JsonReport.of(report.build()));
        } else {
            // Standard output carries one thing: the document, the diff, or this one word.
            console.out().print(Terminal.escape(diff));
            (arguments.has(DRY_RUN) ? console.err() : console.out()).print(differs ? "would change\n" : "unchanged\n");
        }
        return differs && arguments.has(CHECK) ? ExitCode.FOUND : ExitCode.OK;
    }

    /** {@return the exit code, after telling what was done} */
    int written(DocumentRevision revision, WriteReport report) throws CommandFailure {
        if (report.outcome() == WriteReport.Outcome.ROLLED_BACK) {
            revision.rolledBack();
        }
        if (isJson()) {
            TomlTable.Builder table = TomlTable.builder();
            report.addTo(table);
            revision.addTo(table, redaction());
            console.out().print(JsonReport.of(table.build()));
        } else {
            console.out().print(report.outcome() + "\n");
            report.explain(console);
        }
        return report.exitCode();
    }
}
