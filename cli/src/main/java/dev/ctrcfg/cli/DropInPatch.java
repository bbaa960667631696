// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.dropin.DropIn;
import dev.ctrcfg.dropin.DropInCheck;
import dev.ctrcfg.dropin.DropInFile;
import dev.ctrcfg.dropin.DropInPlan;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.profile.Profile;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ctrcfg patch --drop-in}: writes patches to a file that the main file imports. */
final class DropInPatch {

    private static final TomlDocument NOTHING = TomlDocument.parse("");

    private final Arguments arguments;
    private final Console console;
    private final Path root;
    private final Input main;
    private final TomlDocument document;
    private final String mainPath;
    private final ConfigSource files;

    DropInPatch(Arguments arguments, Console console, Input main) throws CommandFailure {
        this.arguments = arguments;
        this.console = console;
        this.main = main;
        root = arguments.get(PatchOptions.ROOT);
        document = main.parse();
        mainPath = HostRoot.onHost(root, Path.of(main.name()));
        files = root.equals(HostRoot.NONE) ? FileConfigSource.ofThisMachine() : FileConfigSource.below(root);
    }

    /** {@return the exit code of what the command line asks for} */
    int run() throws CommandFailure, UsageException {
        Optional<String> unwanted = arguments.find(DropInOptions.REMOVE);
        if (unwanted.isEmpty()) {
            return patch();
        }
        if (arguments.has(PatchOptions.RECORD) || arguments.has(DropInOptions.DROP_IN)) {
            throw new UsageException("--remove-drop-in stands alone; what a record knows goes with ctrcfg revert");
        }
        return remove(unwanted.get());
    }

    private int patch() throws CommandFailure, UsageException {
        List<ConfigPatch> patches = PatchForms.patches(arguments, console);
        Merging merging = Merging.of(arguments, root, console);
        DropInFile file = file(arguments.find(DropInOptions.DROP_IN).orElseThrow());
        Optional<TomlDocument> present = read(file);
        DropInPlan plan = plan(file, present.orElse(NOTHING), patches, merging);
        return new DropInWriting(arguments, console, main).write(plan, present);
    }

    private DropInPlan plan(DropInFile file, TomlDocument present, List<ConfigPatch> patches, Merging merging)
            throws CommandFailure {
        boolean complete = arguments.has(DropInOptions.COMPLETE);
        DropIn.Extent extent = complete ? DropIn.Extent.COMPLETE : DropIn.Extent.SMALLEST;
        try {
            DropIn dropIn = new DropIn(file, document, present, extent);
            MergeResult merged = merging.applyToView(main.name(), dropIn.view(), patches);
            List<ContainerdRelease> releases = merging.releases(version());
            DropInPlan plan = dropIn.plan(merged.document(), merged.changes(), releases);
            if (!isOfProfile()) {
                DropInCheck check = new DropInCheck(files, mainPath, plan);
                requireSameEffect(check, merged.document(), releases);
                requireEffect(check, merged, merging.isForced() ? List.of() : releases);
            }
            return plan;
        } catch (EditConflictException e) {
            throw main.failure(document, e, Secrets.REDACTION);
        }
    }

    private void requireSameEffect(DropInCheck check, TomlDocument patched, List<ContainerdRelease> releases)
            throws CommandFailure {
        for (ContainerdRelease release : releases) {
            Optional<Key> other = check.difference(release, patched);
            if (other.isPresent()) {
                throw CommandFailure.of(main.name() + ": error: in containerd " + release + " the drop-in would have"
                        + " another effect on " + other.get() + " than the same patch of the main file");
            }
        }
    }

    private static void requireEffect(DropInCheck check, MergeResult merged, List<ContainerdRelease> releases)
            throws CommandFailure {
        for (ContainerdRelease release : releases) {
            Optional<String> lost = check.overridden(release, merged.changes());
            if (lost.isPresent()) {
                throw CommandFailure.of(check.path() + ": error: " + lost.get()
                        + "\nnothing was written; --force applies the patch anyway");
            }
        }
    }

    private ConfigVersion version() {
        return ConfigKeys.versionOf(document.root()).orElse(ConfigVersion.V4);
    }

    private boolean isOfProfile() {
        return profile().flatMap(profile -> profile.dropInDirectory(version())).isPresent();
    }

    private Optional<Profile> profile() {
        Optional<Profile> given = arguments.find(DropInOptions.PROFILE);
        return given.isPresent() ? given : Profile.ofPath(mainPath);
    }

    private DropInFile file(String name) throws CommandFailure {
        try {
            Optional<Profile> profile = profile();
            Optional<String> directory = profile.flatMap(known -> known.dropInDirectory(version()));
            return directory.isPresent()
                    ? DropInFile.in(directory.get(), name)
                    : DropInFile.of(mainPath, document, name, files);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of("ctrcfg patch: error: " + e.getMessage());
        }
    }

    private Optional<TomlDocument> read(DropInFile file) throws CommandFailure {
        try {
            return file.read(files);
        } catch (TomlSyntaxException e) {
            throw CommandFailure.of(HostRoot.place(root, Path.of(file.path())).toString(), e);
        } catch (IOException e) {
            throw CommandFailure.of(file.path(), e);
        }
    }

    /** Takes a drop-in away: the import goes before the file. */
    private int remove(String name) throws CommandFailure, UsageException {
        Optional<DropInFile> found;
        try {
            found = isOfProfile() ? Optional.of(file(name)) : DropInFile.find(mainPath, document, name, files);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of("ctrcfg patch: error: " + e.getMessage());
        }
        return found.isPresent() ? remove(found.get()) : removeNothing(name);
    }

    private int removeNothing(String name) throws CommandFailure, UsageException {
        DropInWriting writing = new DropInWriting(arguments, console, main);
        PlannedRevision nothing = new PlannedRevision(name, Optional.of(NOTHING), NOTHING, Optional.empty());
        return writing.remove(writing.both(document, nothing), Optional.empty());
    }

    private int remove(DropInFile file) throws CommandFailure, UsageException {
        DropInWriting writing = new DropInWriting(arguments, console, main);
        Path path = HostRoot.place(root, Path.of(file.path()));
        PlannedRevision gone = new PlannedRevision(path.toString(), content(path, file), NOTHING, Optional.empty());
        return writing.remove(writing.both(file.withoutImport(mainPath, document), gone), Optional.of(path));
    }

    /** What a drop-in sets. One that is not there sets nothing already; of one that sets nothing the file goes all the same. */
    private Optional<TomlDocument> content(Path path, DropInFile file) {
        if (Files.notExists(path)) {
            return Optional.of(NOTHING);
        }
        try {
            return file.read(files).filter(content -> content.length() > 0);
        } catch (IOException | TomlSyntaxException e) {
            return Optional.empty();
        }
    }
}
