// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.profile.BaseTemplate;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ctrcfg patch}: brings a file to contain what fragments say. */
final class PatchCommand implements Subcommand {

    @Override
    public CommandTable table() {
        return PatchOptions.table();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        FileArgument file = target(arguments);
        requireOneReaderOfStandardInput(file, arguments.all(PatchForms.PATCH));
        List<ConfigPatch> patches = PatchForms.patches(arguments, console);
        Merging merging = Merging.of(arguments, arguments.get(PatchOptions.ROOT), console);
        Input target = merging.creates(file) ? Input.absent(file) : Input.read(file, console);
        TomlDocument before = target.parse();
        MergeResult merged = merge(target, before, merging, patches);
        Destination destination = destination(arguments, console, target, before);
        if (arguments.has(PatchOptions.DRY_RUN)) {
            String difference = UnifiedDiff.of(target.name(), destination.name(), before, merged.edits());
            console.out().print(target.shown(difference));
        }
        record(arguments, target, before, merged);
        try {
            return finish(arguments, console, destination, target.edited(merged.document(), merged.edits()));
        } catch (IOException e) {
            throw CommandFailure.of(destination.name(), e);
        }
    }

    private static FileArgument target(Arguments arguments) {
        return arguments.get(PatchOptions.FILE).orBelow(arguments.get(PatchOptions.ROOT));
    }

    private static void requireOneReaderOfStandardInput(FileArgument file, List<FileArgument> patches)
            throws UsageException {
        int readers = file.isStream() ? 1 : 0;
        for (FileArgument patch : patches) {
            readers += patch.isStream() ? 1 : 0;
        }
        if (readers > 1) {
            throw new UsageException("standard input can be read only once");
        }
    }

    private static MergeResult merge(Input target, TomlDocument document, Merging merging, List<ConfigPatch> patches)
            throws CommandFailure {
        try {
            MergeResult merged = merging.apply(target.name(), document, patches);
            if (target.extendsBase()) {
                BaseTemplate.requireNoRepetition(document, merged.document(), version(document));
            }
            return merged;
        } catch (EditConflictException e) {
            throw target.failure(document, e);
        }
    }

    private static ConfigVersion version(TomlDocument document) {
        return ConfigKeys.versionOf(document.root()).orElse(ConfigVersion.V3);
    }

    private static Destination destination(Arguments arguments, Console console, Input target, TomlDocument before) {
        Optional<FileArgument> elsewhere = arguments.find(PatchOptions.WRITE);
        if (elsewhere.isPresent() && !elsewhere.get().isStream()) {
            return new Destination.OtherFile(elsewhere.get().path());
        }
        if (elsewhere.isEmpty() && target.isAbsent()) {
            return new Destination.OtherFile(arguments
                    .get(PatchOptions.FILE)
                    .orBelow(arguments.get(PatchOptions.ROOT))
                    .path());
        }
        ConfigFile file = target.file();
        return elsewhere.isPresent() || file == null
                ? new Destination.StandardOutput(console.out(), before)
                : new Destination.InPlace(file);
    }

    private static void record(Arguments arguments, Input target, TomlDocument before, MergeResult merged)
            throws CommandFailure, UsageException {
        Optional<FileArgument> record = arguments.find(PatchOptions.RECORD);
        if (record.isEmpty()) {
            return;
        }
        ConfigFile file = target.file();
        Path path = file == null ? target(arguments).path() : file.path();
        if (file == null && !target.isAbsent() || arguments.has(PatchOptions.WRITE)) {
            throw new UsageException("--record goes with a file that is changed in place");
        }
        if (!arguments.has(PatchOptions.DRY_RUN) && !arguments.has(PatchOptions.CHECK)) {
            Recorder recorder = new Recorder(record.get().path(), arguments.get(PatchOptions.ROOT));
            recorder.record(path, target.isAbsent() ? Optional.empty() : Optional.of(before), merged.document());
        }
    }

    private static int finish(Arguments arguments, Console console, Destination destination, byte[] content)
            throws IOException {
        boolean dryRun = arguments.has(PatchOptions.DRY_RUN);
        boolean check = arguments.has(PatchOptions.CHECK);
        if (dryRun || check) {
            boolean differs = destination.differsFrom(content);
            summarize(console, differs ? "would change" : "unchanged", dryRun);
            return differs && check ? ExitCode.FOUND : ExitCode.OK;
        }
        summarize(console, destination.write(content) ? "changed" : "unchanged", destination.isStream());
        return ExitCode.OK;
    }

    /** Standard output carries one thing: the document, the diff, or this one word. */
    private static void summarize(Console console, String outcome, boolean outputIsTaken) {
        (outputIsTaken ? console.err() : console.out()).print(outcome + "\n");
    }
}
