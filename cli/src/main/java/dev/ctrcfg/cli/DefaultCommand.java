// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;

/** {@code ctrcfg default}: prints the configuration that a release has without a file. */
final class DefaultCommand implements Subcommand {

    private static final Option<ContainerdRelease> RELEASE =
            Options.release().required().description("the release, such as 1.7, 2.1.9 or 2.1.9-deb");
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TOML, OutputFormat.JSON, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg default", "Prints the default configuration of a release of containerd.")
                .description("It says the same as what `containerd config default` of that release prints on"
                        + " linux/amd64, without a containerd at hand.")
                .options(RELEASE, OUTPUT)
                .exit(ExitCode.OK, "done")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg default --containerd 2.1.9 > config.toml",
                        "ctrcfg default --containerd 1.7 -o json | jq .grpc.address",
                        "ctrcfg default --containerd \"$(containerd --version)\"")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) {
        console.out().print(arguments.get(OUTPUT).print(DefaultConfig.of(arguments.get(RELEASE))));
        return ExitCode.OK;
    }
}
