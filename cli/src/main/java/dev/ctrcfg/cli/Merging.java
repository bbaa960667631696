// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeOptions;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.merge.Notice;
import dev.ctrcfg.merge.PatchCheck;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies patches to a file as the options of the command line say, and tells what there is to know. */
final class Merging {

    private static final Option<List<ReleaseArgument>> CONTAINERD = Options.releases()
            .description(
                    "the releases that shall read the result, auto for the installed one; without this option every"
                            + " release that reads the version of FILE");
    private static final Option<Boolean> NO_TRANSLATE = Option.flag("--no-translate")
            .description("take keys as they are written, which must be for the version of FILE");
    private static final Option<Boolean> NO_SCHEMA =
            Option.flag("--no-schema").description("edit any TOML file, without thinking of containerd");
    private static final Option<Boolean> FORCE = Option.flag("--force")
            .description("apply patches too that have no effect in a release or keep its CRI plugin from loading");
    private static final Option<Boolean> CREATE = Option.flag("--create").description("make FILE if it does not exist");

    private final Arguments arguments;
    private final Path root;
    private final Console console;
    private final MergeOptions options;
    private final List<Notice> notices = new ArrayList<>();

    private Merging(Arguments arguments, Path root, Console console, MergeOptions options) {
        this.arguments = arguments;
        this.root = root;
        this.console = console;
        this.options = options;
    }

    /** {@return the options, for the table of a command} */
    static Option<?>[] options() {
        return new Option<?>[] {CONTAINERD, NO_TRANSLATE, NO_SCHEMA, FORCE, CREATE};
    }

    /**
     * {@return the way that a command line wants}
     *
     * @param root where the host's file system is mounted
     */
    static Merging of(Arguments arguments, Path root, Console console) throws CommandFailure, UsageException {
        if (arguments.has(NO_SCHEMA) && (arguments.has(NO_TRANSLATE) || arguments.has(CONTAINERD))) {
            throw new UsageException("--no-schema knows neither translation nor releases");
        }
        List<ContainerdRelease> releases = new ArrayList<>();
        for (List<ReleaseArgument> several : arguments.all(CONTAINERD)) {
            for (ReleaseArgument one : several) {
                releases.add(one.on(root));
            }
        }
        MergeOptions options = MergeOptions.DEFAULTS.forReleases(releases);
        options = arguments.has(NO_TRANSLATE) ? options.withoutTranslation() : options;
        options = arguments.has(NO_SCHEMA) ? options.forAnyToml() : options;
        return new Merging(arguments, root, console, options);
    }

    /** {@return whether a file shall be made, as there is none} */
    boolean creates(FileArgument file) {
        return arguments.has(CREATE) && !file.isStream() && !Files.exists(file.path());
    }

    /**
     * {@return the document with what patches want; notices are printed}
     *
     * @param name what messages call the document, its path if it is a file
     * @throws CommandFailure if a release would make nothing of the patches, or of the document with them
     */
    MergeResult apply(String name, TomlDocument document, List<ConfigPatch> patches) throws CommandFailure {
        boolean made = document.length() == 0 && arguments.has(CREATE);
        return apply(name, document, patches, made ? options.forNewFile() : options);
    }

    /**
     * {@return a file with a drop-in laid over it, with what patches want}
     *
     * @param name what messages call the main file
     */
    MergeResult applyToView(String name, TomlDocument document, List<ConfigPatch> patches) throws CommandFailure {
        return apply(name, document, patches, options.forView());
    }

    private MergeResult apply(String name, TomlDocument document, List<ConfigPatch> patches, MergeOptions applied)
            throws CommandFailure {
        MergeResult result = Merger.apply(document, patches, applied);
        notices.clear();
        notices.addAll(result.notices());
        if (!arguments.has(NO_SCHEMA)) {
            check(name, document, result, applied);
        }
        tell(name, "note", result.notices());
        return result;
    }

    /**
     * {@return a part of a file with what patches want; what a release makes of the whole is not known}
     *
     * @param name what messages call the document
     */
    MergeResult applyToPart(String name, TomlDocument document, List<ConfigPatch> patches) {
        MergeResult result = Merger.apply(document, patches, options.forPart());
        notices.clear();
        notices.addAll(result.notices());
        tell(name, "note", result.notices());
        return result;
    }

    /** {@return whether patches are applied that look like a mistake} */
    boolean isForced() {
        return arguments.has(FORCE);
    }

    private void check(String name, TomlDocument before, MergeResult result, MergeOptions applied)
            throws CommandFailure {
        ConfigSource host =
                root.equals(HostRoot.NONE) ? FileConfigSource.ofThisMachine() : FileConfigSource.below(root);
        PatchCheck.Checked file = new PatchCheck.Checked(path(name), before, host);
        PatchCheck check = PatchCheck.of(file, result, applied);
        if (!check.passes() && !arguments.has(FORCE)) {
            throw refused(name, check.refusals());
        }
        notices.addAll(check.refusals());
        notices.addAll(check.notices());
        tell(name, "warning", check.refusals());
        tell(name, "note", check.notices());
    }

    /** What the host calls the file. */
    private String path(String name) {
        boolean below = !root.equals(HostRoot.NONE) && !name.startsWith("<");
        return below ? HostRoot.onHost(root, Path.of(name)) : name;
    }

    private CommandFailure refused(String name, List<Notice> refusals) {
        StringBuilder out = new StringBuilder();
        for (Notice refusal : refusals) {
            out.append(line(name, "error", refusal)).append('\n');
        }
        String others = options.areReleasesGiven() ? "" : ", --containerd names the releases that count";
        return CommandFailure.of(out.append("nothing was written; --force applies the patch anyway")
                .append(others)
                .toString());
    }

    private void tell(String name, String level, List<Notice> told) {
        for (Notice notice : told) {
            console.err().print(Terminal.escape(line(name, level, notice)) + "\n");
        }
    }

    private static String line(String name, String level, Notice notice) {
        return name + ": " + level + ": " + Secrets.mask(notice.toString());
    }

    /** {@return the releases that shall read a file of a version} */
    List<ContainerdRelease> releases(ConfigVersion version) {
        return options.releases(version);
    }

    /** {@return what there was to know about the last application} */
    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
