// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line of {@code ctrcfg patch}. */
final class PatchOptions {

    private static final ITypeConverter<FileArgument> FILES = new FileArgument.Converter();

    private final PositionalParamSpec file = Options.file("0")
            .description("the file to patch, " + Options.DEFAULT_FILE
                    + " by default; with - it is standard input, and the result" + " goes to standard output")
            .build();

    private final OptionSpec patches = OptionSpec.builder("--patch")
            .type(List.class)
            .auxiliaryTypes(FileArgument.class)
            .converters(FILES)
            .required(true)
            .paramLabel("FRAGMENT")
            .description("a TOML file with what FILE shall contain, - for standard input; may be given several times")
            .build();

    private final OptionSpec write = OptionSpec.builder("--write")
            .type(FileArgument.class)
            .converters(FILES)
            .paramLabel("FILE")
            .description("write the result to this file instead, - for standard output")
            .build();

    private final OptionSpec dryRun = Options.flag("--dry-run")
            .description("write nothing, print the difference as a unified diff")
            .build();

    private final OptionSpec check = Options.flag("--check")
            .description("write nothing, exit with 1 if something would change")
            .build();

    CommandSpec addTo(CommandSpec spec) {
        spec.addPositional(file);
        spec.addOption(patches);
        spec.addOption(dryRun);
        spec.addOption(check);
        spec.addOption(write);
        spec.addOption(Options.help());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Brings a configuration file of containerd to contain what fragments of TOML say.",
                        "",
                        "Tables are merged, other values replaced. Everything else in the file stays as it is, byte for"
                                + " byte: comments, order, indentation, line ends. A file that says it all already is"
                                + " not touched.",
                        "")
                .footer(
                        "",
                        "Prints `changed` or `unchanged`.",
                        "",
                        "Exit codes: 0 done or nothing to do, 1 would change (--check), 2 trouble.",
                        "",
                        "Example:",
                        "  ctrcfg patch --patch kata.toml --dry-run",
                        "  if [ \"$(ctrcfg patch --patch kata.toml)\" = changed ]; then",
                        "    systemctl restart containerd",
                        "  fi");
        return spec;
    }

    FileArgument file() {
        return file.getValue();
    }

    List<FileArgument> patches() {
        return patches.getValue();
    }

    /** {@return where the result shall go instead, or null} */
    @Nullable
    FileArgument write() {
        return write.getValue();
    }

    boolean dryRun() {
        return Boolean.TRUE.equals(dryRun.<Boolean>getValue());
    }

    boolean check() {
        return Boolean.TRUE.equals(check.<Boolean>getValue());
    }
}
