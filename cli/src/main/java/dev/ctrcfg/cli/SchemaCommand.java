// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.report.JsonReport;
import java.nio.file.Path;

/** {@code ctrcfg schema}: prints the schema of a release's configuration file, for editors. */
final class SchemaCommand implements Subcommand {

    private static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .required()
            .description("the release, such as 1.7, 2.1.9 or 2.1.9-deb; auto for the installed one");
    private static final Option<Path> ROOT = Options.root();

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg schema", "Prints a JSON Schema of a release's configuration file.")
                .description(
                        "Editors complete and check TOML by it: name it in the first line of a file, as in",
                        "  #:schema /etc/containerd/schema.json",
                        "It is of the newest version of the file that the release reads. Keys that containerd would"
                                + " skip without a word are errors to it.")
                .options(RELEASE, ROOT)
                .exit(ExitCode.OK, "done")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples("ctrcfg schema --containerd 2.1 > schema.json")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        console.out().print(JsonReport.of(ConfigSchema.of(arguments.get(RELEASE).on(arguments.get(ROOT)))));
        return ExitCode.OK;
    }
}
