// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ctrcfg default}: prints the configuration that a release has without a file. */
final class DefaultCommand implements Callable<Integer> {

    private final OptionSpec containerd = Options.containerd()
            .required(true)
            .description("the release, such as 1.7, 2.1.9 or 2.1.9-deb")
            .build();
    private final OptionSpec output = Options.output(OutputFormat.TOML, OutputFormat.JSON);
    private final Console console;

    DefaultCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.addOption(containerd);
        spec.addOption(output);
        spec.addOption(Options.help());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Prints the default configuration of a release of containerd.",
                        "",
                        "It says the same as what `containerd config default` of that release prints on linux/amd64,"
                                + " without a containerd at hand.",
                        "")
                .footer(
                        "",
                        "Exit codes: 0 done, 2 trouble.",
                        "",
                        "Example:",
                        "  ctrcfg default --containerd 2.1.9 > config.toml",
                        "  ctrcfg default --containerd 1.7 -o json | jq .grpc.address",
                        "  ctrcfg default --containerd \"$(containerd --version)\"");
        return spec;
    }

    @Override
    public Integer call() {
        TomlTable defaults = DefaultConfig.of(containerd.getValue());
        boolean json = output.<OutputFormat>getValue() == OutputFormat.JSON;
        console.out()
                .print(
                        json
                                ? JsonReport.of(defaults)
                                : TomlDocument.of(defaults).text());
        return ExitCode.OK;
    }
}
