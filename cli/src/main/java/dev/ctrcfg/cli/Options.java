// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import java.nio.file.Path;
import java.util.List;

/** The options and arguments that more than one command has; each command adds the description that fits it. */
final class Options {

    private Options() {}

    /** The configuration file that a command is about; {@link FileArgument#orBelow} puts it on the host. */
    static Positional<FileArgument> file() {
        return Positional.of("FILE", FileArgument.Names.NAMES).orElse(FileArgument.DEFAULT);
    }

    /** The key that a command is about. */
    static Positional<Key> key() {
        return Positional.of("KEY", KeyArgument.DOTTED);
    }

    /** Where the host is mounted: the file and all that it names are below it, see {@link FileArgument#orBelow}. */
    static Option<Path> root() {
        return Option.value("--root", "DIR", HostRoot.DIRECTORY)
                .description("where the host's file system is mounted, / by default")
                .orElse(HostRoot.NONE);
    }

    /** The release of containerd that the answer is for. */
    static Option<ContainerdRelease> release() {
        return Option.value("--containerd", "VERSION", ReleaseArgument.Version.VERSION);
    }

    /** The release of containerd that the answer is for, or {@code auto} for the installed one. */
    static Option<ReleaseArgument> releaseOrAuto() {
        return Option.value("--containerd", "VERSION", ReleaseArgument.VersionOrAuto.VERSION_OR_AUTO);
    }

    /** The releases of containerd that the answer is for, with commas or one by one. */
    static Option<List<ReleaseArgument>> releases() {
        return Option.value("--containerd", "VERSION", ReleaseArgument.Versions.VERSIONS)
                .repeatable();
    }

    /** The format of the result; the first one is the default. */
    static Option<OutputFormat> output(OutputFormat... formats) {
        StringBuilder description = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            description.append(i == 0 ? "" : i == formats.length - 1 ? " or " : ", ");
            description.append(formats[i].word()).append(i == 0 ? " (the default)" : "");
        }
        return Option.value("--output", "FORMAT", new OutputFormat.Choice(List.of(formats)))
                .shortName("-o")
                .description(description.toString())
                .orElse(formats[0]);
    }

    /** The file that remembers what patches have changed. */
    static Option<FileArgument> record() {
        return Option.value("--record", "RECORD", FileArgument.Names.NAMES);
    }

    /** Whether passwords, tokens and headers are shown instead of masked. */
    static Option<Boolean> showSecrets() {
        return Option.flag("--show-secrets").description("show passwords, tokens and headers instead of masking them");
    }

    /** Whether texts for people are coloured. */
    static Option<ColorMode> color() {
        return Option.value("--color", "WHEN", ColorMode.Words.WORDS)
                .description("auto (the default: on a terminal, and if NO_COLOR is not set), always or never")
                .orElse(ColorMode.AUTO);
    }
}
