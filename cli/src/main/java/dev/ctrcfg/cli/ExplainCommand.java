// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.Explanation;
import dev.ctrcfg.toml.Key;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ctrcfg explain}: tells what a setting does and which releases have it where. */
final class ExplainCommand implements Subcommand {

    private static final Positional<Key> KEY = Options.key()
            .required()
            .description(
                    "the short name of a setting of the CRI plugin, or any setting's key in a file of any version");
    private static final Positional<FileArgument> FILE = Positional.of("FILE", FileArgument.Names.NAMES)
            .description("a file to tell the setting's value of, - for standard input");
    private static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .description("the release that reads FILE, auto for the installed one; by default the newest one that does"
                    + " not migrate it");
    private static final Option<Boolean> SECRETS = Options.showSecrets();
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg explain", "Tells what a setting does and which releases have it where.")
                .description("That is its type and default in each release of containerd, since when there is such a"
                        + " setting and until when, and its key in files of each version. With FILE it is also"
                        + " the value that a release sees there, and where that comes from.")
                .positional(KEY)
                .positional(FILE)
                .options(RELEASE, OUTPUT, SECRETS, ROOT)
                .exit(ExitCode.OK, "told")
                .exit(ExitCode.FOUND, "no release has such a setting")
                .exit(ExitCode.TROUBLE, "trouble, or the release refuses the file")
                .examples(
                        "ctrcfg explain sandbox_image",
                        "ctrcfg explain runtimes.kata.options.SystemdCgroup",
                        "ctrcfg explain sandbox_image /etc/containerd/config.toml --containerd auto")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        Key asked = arguments.get(KEY);
        Optional<Explanation> explanation = Explanation.of(asked);
        if (explanation.isEmpty()) {
            console.err().print("ctrcfg: no release of containerd has the setting " + Terminal.escape(asked + "\n"));
            return ExitCode.FOUND;
        }
        ExplainReport report = new ExplainReport(explanation.get(), inFile(arguments, asked, console));
        OutputFormat format = arguments.get(OUTPUT);
        boolean text = format == OutputFormat.TEXT;
        console.out().print(text ? Terminal.escape(report.text()) : format.print(report.table()));
        return ExitCode.OK;
    }

    private static Optional<SeenValue> inFile(Arguments arguments, Key asked, Console console) throws CommandFailure {
        Optional<FileArgument> file = arguments.find(FILE);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        EffectiveInput input = EffectiveInput.read(file.get(), arguments.get(ROOT), console);
        EffectiveConfig config = input.startedUnder(input.release(arguments.find(RELEASE)), console);
        SeenValue seen = SeenValue.of(config, asked);
        return Optional.of(arguments.has(SECRETS) ? seen : seen.masked());
    }
}
