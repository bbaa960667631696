// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code ctrcfg get}: prints the value of a key. */
final class GetCommand implements Callable<Integer> {

    private final PositionalParamSpec key = Options.key()
            .description("a dotted key, or the short name of a setting of the CRI plugin")
            .build();
    private final PositionalParamSpec file = Options.file("1")
            .description("the file to read, " + Options.DEFAULT_FILE + " by default, - for standard input")
            .build();
    private final OptionSpec output = Options.output(OutputFormat.TEXT, OutputFormat.TOML, OutputFormat.JSON);
    private final Console console;

    GetCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.addPositional(key);
        spec.addPositional(file);
        spec.addOption(output);
        spec.addOption(Options.help());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Prints the value of a key in a configuration file of containerd.",
                        "",
                        "Settings of the CRI plugin have short names, which are the same whatever the version of the"
                                + " file:",
                        "  runtimes.kata.runtime_type, sandbox_image, default_runtime_name",
                        "",
                        "As text, strings are printed as they are and other values as TOML.",
                        "")
                .footer(
                        "",
                        "Exit codes: 0 printed, 1 the key is absent, 2 trouble.",
                        "",
                        "Example:",
                        "  ctrcfg get sandbox_image",
                        "  ctrcfg get runtimes.kata.runtime_type /etc/containerd/config.toml",
                        "  ctrcfg get runtimes -o json | jq keys",
                        "  containerd config dump | ctrcfg get grpc.address -");
        return spec;
    }

    @Override
    public Integer call() throws CommandFailure {
        Input input = Input.read(file.getValue(), console);
        TomlTable config = input.parse().root();
        Key asked = key.getValue();
        Key meant = ConfigKeys.resolve(config, asked);
        Optional<TomlValue> value = config.find(meant);
        if (value.isEmpty()) {
            String place = meant.equals(asked) ? "" : ", which is " + meant + " in this file";
            console.err().print(Terminal.escape(input.name() + ": there is no " + asked + place) + "\n");
            return ExitCode.FOUND;
        }
        console.out().print(print(value.get(), output.getValue()));
        return ExitCode.OK;
    }

    private static String print(TomlValue value, OutputFormat format) {
        if (format == OutputFormat.JSON) {
            return JsonReport.of(value);
        }
        if (value instanceof TomlTable table) {
            return TomlDocument.of(table).text();
        }
        boolean raw = format == OutputFormat.TEXT && value instanceof TomlString;
        return (raw ? ((TomlString) value).value() : value.toToml()) + "\n";
    }
}
