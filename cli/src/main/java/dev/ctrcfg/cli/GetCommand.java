// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ctrcfg get}: prints the value of a key. */
final class GetCommand implements Subcommand {

    private static final Positional<Key> KEY =
            Options.key().required().description("a dotted key, or the short name of a setting of the CRI plugin");
    private static final Positional<FileArgument> FILE = Options.file()
            .description("the file to read, /etc/containerd/config.toml by default, - for standard input");
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TEXT, OutputFormat.TOML, OutputFormat.JSON, OutputFormat.YAML);
    private static final Option<Boolean> SECRETS = Options.showSecrets();

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg get", "Prints the value of a key in a configuration file.")
                .description(
                        "Settings of the CRI plugin have short names, which are the same whatever the version of the"
                                + " file:",
                        "  runtimes.kata.runtime_type, sandbox_image, default_runtime_name",
                        "As text, strings are printed as they are and other values as TOML.")
                .positional(KEY)
                .positional(FILE)
                .options(EffectiveInput.EFFECTIVE, EffectiveInput.RELEASE, OUTPUT, SECRETS, ROOT)
                .exit(ExitCode.OK, "printed")
                .exit(ExitCode.FOUND, "the key is absent")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg get sandbox_image",
                        "ctrcfg get runtimes.kata.runtime_type /etc/containerd/config.toml",
                        "ctrcfg get runtimes -o json | jq keys",
                        "ctrcfg get sandbox_image --effective --containerd auto",
                        "containerd config dump | ctrcfg get grpc.address -")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        EffectiveInput input = EffectiveInput.read(arguments.get(FILE), arguments.get(ROOT), console);
        Optional<EffectiveConfig> effective = input.asked(arguments, console);
        TomlTable config =
                effective.isPresent() ? effective.get().root() : input.parse().root();
        Key asked = arguments.get(KEY);
        Key meant = ConfigKeys.resolve(config, asked);
        Optional<TomlValue> value = config.find(meant);
        if (value.isEmpty()) {
            String place = meant.equals(asked) ? "" : ", which is " + meant + " in this file";
            console.err().print(Terminal.escape(input.name() + ": there is no " + asked + place) + "\n");
            return ExitCode.FOUND;
        }
        TomlValue shown = arguments.has(SECRETS) ? value.get() : Secrets.mask(meant, value.get());
        console.out().print(arguments.get(OUTPUT).print(shown));
        return ExitCode.OK;
    }
}
