// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeOptions;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.merge.Notice;
import dev.ctrcfg.model.Secrets;
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
    private static final Option<Boolean> CREATE = Option.flag("--create").description("make FILE if it does not exist");

    private final Arguments arguments;
    private final Console console;
    private final MergeOptions options;
    private final List<Notice> notices = new ArrayList<>();

    private Merging(Arguments arguments, Console console, MergeOptions options) {
        this.arguments = arguments;
        this.console = console;
        this.options = options;
    }

    /** {@return the options, for the table of a command} */
    static Option<?>[] options() {
        return new Option<?>[] {CONTAINERD, NO_TRANSLATE, NO_SCHEMA, CREATE};
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
        return new Merging(arguments, console, options);
    }

    /** {@return whether a file shall be made, as there is none} */
    boolean creates(FileArgument file) {
        return arguments.has(CREATE) && !file.isStream() && !Files.exists(file.path());
    }

    /**
     * {@return the document with what patches want; notices are printed}
     *
     * @param name what messages call the document
     */
    MergeResult apply(String name, TomlDocument document, List<ConfigPatch> patches) throws CommandFailure {
        boolean made = document.length() == 0 && arguments.has(CREATE);
        MergeResult result = Merger.apply(document, patches, made ? options.forNewFile() : options);
        notices.clear();
        notices.addAll(result.notices());
        for (Notice notice : notices) {
            String text = name + ": note: " + Secrets.mask(notice.toString());
            console.err().print(Terminal.escape(text) + "\n");
        }
        return result;
    }

    /** {@return what there was to know about the last application} */
    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
