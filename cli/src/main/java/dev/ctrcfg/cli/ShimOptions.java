// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.RuntimeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** The command line of {@code ctrcfg shim}. */
final class ShimOptions {

    private final PositionalParamSpec runtimeType = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("RUNTIME_TYPE")
            .description("the runtime_type of a runtime, or the path that is its runtime_path")
            .build();

    private final OptionSpec containerd = Options.containerd()
            .description("the release that looks; the newest one known by default")
            .build();

    private final OptionSpec root = OptionSpec.builder("--root")
            .type(FileArgument.class)
            .converters(new FileArgument.Converter())
            .defaultValue("/")
            .paramLabel("DIR")
            .description("where the host's file system is mounted, / by default")
            .build();

    private final OptionSpec path = OptionSpec.builder("--path")
            .type(String.class)
            .paramLabel("PATH")
            .description("the daemon's search path, with colons; by default the one that systemd sets."
                    + " /opt/containerd/bin comes before it")
            .build();

    private final OptionSpec workingDirectory = OptionSpec.builder("--cwd")
            .type(String.class)
            .converters(ShimOptions::absolute)
            .defaultValue("/")
            .paramLabel("DIR")
            .description("the daemon's working directory on the host, / by default")
            .build();

    private final OptionSpec output = Options.output(OutputFormat.TEXT, OutputFormat.JSON);

    CommandSpec addTo(CommandSpec spec) {
        spec.addPositional(runtimeType);
        spec.addOption(containerd);
        spec.addOption(root);
        spec.addOption(path);
        spec.addOption(workingDirectory);
        spec.addOption(output);
        spec.addOption(Options.help());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Finds the shim binary that containerd starts for a runtime.",
                        "",
                        "containerd looks for it only when a pod is created. This looks now, at the same places in the"
                                + " same order, and names every place it tried.",
                        "")
                .footer(
                        "",
                        "Exit codes: 0 found, 1 not found or not a valid name, 2 trouble.",
                        "",
                        "Example:",
                        "  ctrcfg shim io.containerd.kata.v2",
                        "  ctrcfg shim io.containerd.kata.v2 --root /host --containerd 1.7",
                        "  ctrcfg shim io.containerd.kata.v2 --path /opt/kata/bin:/usr/bin -o json");
        return spec;
    }

    private static String absolute(String directory) {
        if (!directory.startsWith("/")) {
            throw new TypeConversionException("'" + directory + "' is not an absolute path");
        }
        return directory;
    }

    RuntimeType runtimeType() {
        return new RuntimeType(runtimeType.getValue());
    }

    ContainerdRelease containerd() {
        ContainerdRelease given = containerd.getValue();
        return given == null ? ContainerdRelease.newest() : given;
    }

    FileArgument root() {
        return root.getValue();
    }

    /** {@return the folders of the search path, if it was given} */
    Optional<List<String>> searchPath() {
        @Nullable String given = path.getValue();
        if (given == null) {
            return Optional.empty();
        }
        return Optional.of(given.isEmpty() ? List.of() : List.of(given.split(":", -1)));
    }

    String workingDirectory() {
        return workingDirectory.getValue();
    }

    boolean json() {
        return output.<OutputFormat>getValue() == OutputFormat.JSON;
    }
}
