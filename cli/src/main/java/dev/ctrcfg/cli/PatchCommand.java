// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code ctrcfg patch}: brings a file to contain what fragments say. */
final class PatchCommand implements Callable<Integer> {

    private final Console console;
    private final PatchOptions options = new PatchOptions();
    private final CommandSpec spec;

    PatchCommand(Console console) {
        this.console = console;
        this.spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws CommandFailure {
        requireOneReaderOfStandardInput();
        Input target = Input.read(options.file(), console);
        TomlDocument before = target.parse();
        MergeResult merged = merge(target, before, fragments());
        Destination destination = destination(target, before);
        if (options.dryRun()) {
            console.out().print(UnifiedDiff.of(target.name(), destination.name(), before, merged.edits()));
        }
        try {
            return finish(destination, merged.document().bytes());
        } catch (IOException e) {
            throw CommandFailure.of(destination.name(), e);
        }
    }

    private void requireOneReaderOfStandardInput() {
        int readers = options.file().isStream() ? 1 : 0;
        for (FileArgument patch : options.patches()) {
            readers += patch.isStream() ? 1 : 0;
        }
        if (readers > 1) {
            throw new ParameterException(spec.commandLine(), "standard input can be read only once");
        }
    }

    private List<ConfigPatch> fragments() throws CommandFailure {
        List<ConfigPatch> fragments = new ArrayList<>();
        for (FileArgument argument : options.patches()) {
            Input fragment = Input.read(argument, console);
            fragments.add(ConfigPatch.of(fragment.name(), fragment.parse()));
        }
        return fragments;
    }

    private static MergeResult merge(Input target, TomlDocument document, List<ConfigPatch> patches)
            throws CommandFailure {
        try {
            return Merger.apply(document, patches);
        } catch (EditConflictException e) {
            throw CommandFailure.of(target.name(), document, e);
        }
    }

    private Destination destination(Input target, TomlDocument before) {
        FileArgument elsewhere = options.write();
        if (elsewhere != null && !elsewhere.isStream()) {
            return new Destination.OtherFile(elsewhere.path());
        }
        ConfigFile file = target.file();
        return elsewhere != null || file == null
                ? new Destination.StandardOutput(console.out(), before)
                : new Destination.InPlace(file);
    }

    private int finish(Destination destination, byte[] content) throws IOException {
        if (options.dryRun() || options.check()) {
            boolean differs = destination.differsFrom(content);
            summarize(differs ? "would change" : "unchanged", options.dryRun());
            return differs && options.check() ? ExitCode.FOUND : ExitCode.OK;
        }
        summarize(destination.write(content) ? "changed" : "unchanged", destination.isStream());
        return ExitCode.OK;
    }

    /** Standard output carries one thing: the document, the diff, or this one word. */
    private void summarize(String outcome, boolean outputIsTaken) {
        (outputIsTaken ? console.err() : console.out()).print(outcome + "\n");
    }
}
