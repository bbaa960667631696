// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.shim.ShimResolution;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.shim.ShimSearch;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    private static final Option<SearchPath> PATH = Option.value("--path", "PATH", SearchPath.Folders.FOLDERS)
            .description("the daemon's search path, with colons; by default the one that systemd sets."
                    + " /opt/containerd/bin comes before it");
    private static final Option<String> WORKING_DIRECTORY = Option.value("--cwd", "DIR", AbsolutePath.ON_HOST)
            .description("the daemon's working directory on the host, / by default")
            .orElse("/");
    private static final Option<OutputFormat> OUTPUT = Options.output(OutputFormat.TEXT, OutputFormat.JSON);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg shim", "Finds the shim binary that containerd starts for a runtime.")
                .description("containerd looks for it only when a pod is created. This looks now, at the same places in"
                        + " the same order, and names every place it tried.")
                .positional(RUNTIME_TYPE)
                .options(RELEASE, ROOT, PATH, WORKING_DIRECTORY, OUTPUT)
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
        ShimReport report =
                type.isBuiltInto(release) ? ShimReport.builtIn(type, release) : resolve(arguments, type, release);
        boolean json = arguments.get(OUTPUT) == OutputFormat.JSON;
        console.out().print(json ? JsonReport.of(report.table()) : Terminal.escape(report.text()));
        return report.isFound() ? ExitCode.OK : ExitCode.FOUND;
    }

    private static ContainerdRelease release(Arguments arguments) throws CommandFailure {
        Optional<ReleaseArgument> given = arguments.find(RELEASE);
        return given.isPresent() ? given.get().on(arguments.get(ROOT)) : ContainerdRelease.newest();
    }

    private static ShimReport resolve(Arguments arguments, RuntimeType type, ContainerdRelease release)
            throws CommandFailure {
        Path root = arguments.get(ROOT);
        if (!Files.isDirectory(root)) {
            String name = root.toString();
            throw CommandFailure.of(name, new NoSuchFileException(name, null, "no such directory"));
        }
        ShimSearch search = ShimSearch.of(root).withWorkingDirectory(arguments.get(WORKING_DIRECTORY));
        Optional<SearchPath> path = arguments.find(PATH);
        ShimResolver resolver = new ShimResolver(
                release, path.isPresent() ? search.withSearchPath(path.get().folders()) : search);
        ShimResolution resolution = resolver.resolve(type.value());
        return ShimReport.of(type, release, resolution, resolver);
    }
}
