// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import java.nio.file.Path;

/** What command lines of {@code ctrcfg patch} look like. */
final class PatchOptions {

    static final Positional<FileArgument> FILE = Options.file()
            .description("the file to patch, /etc/containerd/config.toml by default; with - it is standard input, and"
                    + " the result goes to standard output");
    static final Option<FileArgument> RECORD =
            Options.record().description("keep in this file what is changed and what stood there, for ctrcfg revert");
    static final Option<Path> ROOT = Options.root();

    private PatchOptions() {}

    static CommandTable table() {
        return CommandTable.of("ctrcfg patch", "Brings a configuration file to contain what patches say.")
                .description(
                        "Keys are those of any config version, or short names such as runtimes.kata.runtime_type and"
                                + " sandbox_image; each lands where the version of the file has it. Tables are merged,"
                                + " other values replaced. Everything else in the file stays as it is, byte for"
                                + " byte: comments, order, indentation, line ends. A file that says it all already is"
                                + " not touched.",
                        "Prints `changed` or `unchanged`.")
                .positional(FILE)
                .options(Delivery.DRY_RUN, Delivery.CHECK, RECORD, ROOT, Delivery.SHOW_SECRETS, Delivery.OUTPUT)
                .group("What to change, in order", PatchForms.options())
                .group("How to apply it", Merging.options())
                .group("Drop-ins", DropInOptions.options())
                .group("How to write it", WriteArguments.options(Delivery.WRITE))
                .exit(ExitCode.OK, "done or nothing to do")
                .exit(ExitCode.FOUND, "would change (--check)")
                .exit(ExitCode.TROUBLE, "trouble; nothing was written, or what follows a change failed")
                .examples(
                        "ctrcfg patch --patch kata.toml --dry-run",
                        "ctrcfg patch --set runtimes.runc.options.SystemdCgroup=true",
                        "ctrcfg patch --preset kata-qemu --preset gvisor --containerd auto",
                        "ctrcfg patch --remove-runtime kata --containerd auto",
                        "if [ \"$(ctrcfg patch --patch kata.toml)\" = changed ]; then",
                        "  systemctl restart containerd",
                        "fi",
                        "ctrcfg patch --patch kata.toml --backup \\",
                        "  --on-change 'systemctl restart containerd' \\",
                        "  --wait-cri /run/containerd/containerd.sock")
                .build();
    }
}
