// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.shim.ShimResolver;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ctrcfg shim}: finds the binary that containerd starts for a runtime. */
final class ShimCommand implements Subcommand {

    private static final Positional<String> RUNTIME_TYPE = Positional.of("RUNTIME_TYPE", Text.ANY)
            .required()
            .description("the runtime_type of a runtime, or the path that is its runtime_path");
    private static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .description("the release that looks, auto for the installed one; the newest one known by default");
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg shim", "Finds the shim binary that containerd starts for a runtime.")
                .description(
                        "containerd looks for it only when a pod is created. This looks now, at the same places in"
                                + " the same order, and names every place it tried.",
                        "Search path and working directory are those of the daemon that reads"
                                + " /etc/containerd/config.toml, if one runs or systemd would start one.")
                .positional(RUNTIME_TYPE)
                .options(RELEASE, ROOT, HostSearch.PATH, HostSearch.WORKING_DIRECTORY, OUTPUT)
                .exit(ExitCode.OK, "found")
                .exit(ExitCode.FOUND, "not found, or not a valid name")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg shim io.containerd.kata.v2",
                        "ctrcfg shim io.containerd.kata.v2 --root /host --containerd 1.7",
                        "ctrcfg shim io.containerd.kata.v2 --path /opt/kata/bin:/usr/bin -o json")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        ContainerdRelease release = release(arguments);
        RuntimeType type = new RuntimeType(arguments.get(RUNTIME_TYPE));
        String config = FileArgument.DEFAULT.path().toString();
        HostSearch host = HostSearch.of(arguments.get(ROOT), config).with(arguments);
        ShimResolver resolver = new ShimResolver(release, host.search());
        ShimFinding finding = ShimFinding.of(type, Optional.empty(), release, resolver);
        ShimReport report = new ShimReport(type, release, finding, host.daemon());
        OutputFormat format = arguments.get(OUTPUT);
        boolean text = format == OutputFormat.TEXT;
        console.out().print(text ? Terminal.escape(report.text()) : format.print(report.table()));
        return finding.isFound() ? ExitCode.OK : ExitCode.FOUND;
    }

    private static ContainerdRelease release(Arguments arguments) throws CommandFailure {
        Optional<ReleaseArgument> given = arguments.find(RELEASE);
        return given.isPresent() ? given.get().on(arguments.get(ROOT)) : ContainerdRelease.newest();
    }
}
