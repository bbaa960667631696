// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.release.ContainerdRelease;
import java.nio.file.Path;

/** {@code ctrcfg runtimes}: lists the runtimes of a configuration and what they start. */
final class RuntimesCommand implements Subcommand {

    private static final Positional<FileArgument> FILE = Options.file()
            .description("the file to read, /etc/containerd/config.toml by default, - for standard input");
    private static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .description("the release that reads the file, auto for the installed one; by default the newest one that"
                    + " does not migrate it");
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg runtimes", "Lists the runtimes of a configuration and what they start.")
                .description(
                        "The runtimes are those that the release sees, its own ones and those of imported files"
                                + " included. An asterisk marks the one that pods without a RuntimeClass get.",
                        "Shims are looked for as containerd does when a pod is created. Every place that was tried in"
                                + " vain is named, and so are options that do not reach the shim.")
                .positional(FILE)
                .options(RELEASE, ROOT, HostSearch.PATH, HostSearch.WORKING_DIRECTORY, OUTPUT)
                .exit(ExitCode.OK, "printed")
                .exit(ExitCode.TROUBLE, "trouble, or the release refuses the file")
                .examples(
                        "ctrcfg runtimes",
                        "ctrcfg runtimes config.toml --containerd 2.1",
                        "ctrcfg runtimes --root /host -o json | jq '.runtimes[].shim.outcome'")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        EffectiveInput input = EffectiveInput.read(arguments.get(FILE), arguments.get(ROOT), console);
        ContainerdRelease release = input.release(arguments.find(RELEASE));
        EffectiveConfig config = input.startedUnder(release, console);
        HostSearch search = HostSearch.of(arguments.get(ROOT), input.path()).with(arguments);
        RuntimeReport report = RuntimeReport.of(config, search);
        OutputFormat format = arguments.get(OUTPUT);
        boolean text = format == OutputFormat.TEXT;
        console.out().print(text ? Terminal.escape(report.text()) : format.print(report.table()));
        return ExitCode.OK;
    }
}
