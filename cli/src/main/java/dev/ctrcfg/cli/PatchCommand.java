// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.merge.ConfigPatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ctrcfg patch}: brings a file to contain what patches say. */
final class PatchCommand implements Subcommand {

    @Override
    public CommandTable table() {
        return PatchOptions.table();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        Path root = arguments.get(PatchOptions.ROOT);
        ProfileFile profile = ProfileFile.of(arguments, root);
        FileArgument file = profile.file();
        requireOneReaderOfStandardInput(file, arguments.all(PatchForms.PATCH));
        if (arguments.has(DropInOptions.DROP_IN) || arguments.has(DropInOptions.REMOVE)) {
            requireFileForDropIn(arguments, file);
            return new DropInPatch(arguments, console, Input.read(file, console)).run();
        }
        Delivery delivery = new Delivery(arguments, console, file);
        Optional<Recorder> recorder = recorder(arguments, file);
        List<ConfigPatch> patches = PatchForms.patches(arguments, console);
        PatchRevision revision = new PatchRevision(
                        file, patches, Merging.of(arguments, root, console), delivery.redaction())
                .of(profile.profile());
        return delivery.of(
                recorder.isPresent()
                        ? revision.recordedBy(recorder.get(), PatchForms.removedRuntimes(arguments))
                        : revision);
    }

    private static void requireFileForDropIn(Arguments arguments, FileArgument file) throws UsageException {
        if (file.isStream() || arguments.has(Delivery.WRITE)) {
            throw new UsageException("a drop-in goes with a file that is there, not with a stream or --write");
        }
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

    private static Optional<Recorder> recorder(Arguments arguments, FileArgument file) throws UsageException {
        Optional<FileArgument> record = arguments.find(PatchOptions.RECORD);
        if (record.isPresent() && (file.isStream() || arguments.has(Delivery.WRITE))) {
            throw new UsageException("--record goes with a file that is changed in place");
        }
        return record.isPresent()
                ? Optional.of(new Recorder(record.get().path(), arguments.get(PatchOptions.ROOT)))
                : Optional.empty();
    }
}
