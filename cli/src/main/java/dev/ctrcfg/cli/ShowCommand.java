// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.effective.EffectiveConfig;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ctrcfg show}: prints a configuration, as it is written or as a release sees it. */
final class ShowCommand implements Subcommand {

    private static final Positional<FileArgument> FILE = Options.file()
            .description("the file to read, /etc/containerd/config.toml by default, - for standard input");
    private static final Option<Boolean> ORIGIN =
            Option.flag("--origin").description("say with every value where it comes from");
    private static final Option<Boolean> SECRETS = Options.showSecrets();
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TOML, OutputFormat.JSON, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg show", "Prints a configuration as written, or as a release sees it.")
                .description(
                        "With --effective it is what `containerd config dump` of that release prints, without a"
                                + " containerd at hand.",
                        "As TOML, --origin puts a comment behind every value: the place in the file, the key it had"
                                + " before it was migrated, or the release whose default it is. As JSON or YAML it"
                                + " lists the values.")
                .positional(FILE)
                .options(EffectiveInput.EFFECTIVE, EffectiveInput.RELEASE, ORIGIN, OUTPUT, SECRETS, ROOT)
                .exit(ExitCode.OK, "printed")
                .exit(ExitCode.TROUBLE, "trouble, or the release refuses the file")
                .examples(
                        "ctrcfg show -o json | jq .plugins",
                        "ctrcfg show --effective --containerd auto",
                        "ctrcfg show config.toml --effective --containerd 2.1 --origin")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        EffectiveInput input = EffectiveInput.read(arguments.get(FILE), arguments.get(ROOT), console);
        Optional<EffectiveConfig> effective = input.asked(arguments, console);
        ShownConfig shown = effective.isPresent()
                ? ShownConfig.effective(effective.get())
                : ShownConfig.written(input.name(), input.parse());
        ShownConfig visible = arguments.has(SECRETS) ? shown : shown.masked();
        OutputFormat format = arguments.get(OUTPUT);
        boolean annotated = arguments.has(ORIGIN) && format == OutputFormat.TOML;
        String text = annotated
                ? visible.annotated()
                : format.print(arguments.has(ORIGIN) ? visible.listing() : visible.root());
        console.out().print(Terminal.escape(text));
        return ExitCode.OK;
    }
}
