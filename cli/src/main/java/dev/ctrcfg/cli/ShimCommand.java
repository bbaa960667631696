// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.shim.ShimResolution;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.shim.ShimSearch;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ctrcfg shim}: finds the binary that containerd starts for a runtime. */
final class ShimCommand implements Callable<Integer> {

    private final Console console;
    private final ShimOptions options = new ShimOptions();
    private final CommandSpec spec;

    ShimCommand(Console console) {
        this.console = console;
        this.spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws CommandFailure {
        ContainerdRelease release = options.containerd();
        RuntimeType type = options.runtimeType();
        ShimReport report = type.isBuiltInto(release) ? ShimReport.builtIn(type, release) : resolve(type, release);
        console.out().print(options.json() ? JsonReport.of(report.table()) : Terminal.escape(report.text()));
        return report.isFound() ? ExitCode.OK : ExitCode.FOUND;
    }

    private ShimReport resolve(RuntimeType type, ContainerdRelease release) throws CommandFailure {
        Path root = options.root().path();
        if (!Files.isDirectory(root)) {
            String name = root.toString();
            throw CommandFailure.of(name, new NoSuchFileException(name, null, "no such directory"));
        }
        ShimSearch search = ShimSearch.of(root).withWorkingDirectory(options.workingDirectory());
        ShimResolver resolver = new ShimResolver(
                release,
                options.searchPath().isEmpty()
                        ? search
                        : search.withSearchPath(options.searchPath().get()));
        ShimResolution resolution = resolver.resolve(type.value());
        return ShimReport.of(type, release, resolution, resolver);
    }
}
