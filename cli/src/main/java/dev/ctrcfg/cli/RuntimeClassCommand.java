// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.runtimeclass.RuntimeClass;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ctrcfg runtimeclass}: names the runtimes of a configuration for Kubernetes. */
final class RuntimeClassCommand implements Subcommand {

    private static final Positional<FileArgument> FILE = Options.file()
            .description("the file to read, /etc/containerd/config.toml by default, - for standard input");
    private static final Option<FileArgument> CHECK = Option.value("--check", "MANIFEST", FileArgument.Names.NAMES)
            .repeatable()
            .description("print nothing but the RuntimeClasses of this file, YAML or JSON, whose handler the"
                    + " configuration lacks; may be given several times");
    private static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .description("the release that reads the file, auto for the installed one; by default the newest one that"
                    + " does not migrate it");
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT = Options.output(OutputFormat.YAML, OutputFormat.JSON);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg runtimeclass", "Prints RuntimeClasses for the runtimes of a configuration.")
                .description("The runtimes are those that the release sees, its own ones and those of imported files"
                        + " included. Name, overhead and nodeSelector are those of the project behind a"
                        + " well-known handler; otherwise the class is called like its handler.")
                .positional(FILE)
                .options(CHECK, RELEASE, ROOT, OUTPUT)
                .exit(ExitCode.OK, "printed, or every handler is there (--check)")
                .exit(ExitCode.FOUND, "a handler is missing (--check)")
                .exit(ExitCode.TROUBLE, "trouble, or the release refuses the file")
                .examples(
                        "ctrcfg runtimeclass | kubectl apply -f -",
                        "ctrcfg runtimeclass config.toml --check runtimeclasses.yaml")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        EffectiveInput input = EffectiveInput.read(arguments.get(FILE), arguments.get(ROOT), console);
        ContainerdRelease release = input.release(arguments.find(RELEASE));
        EffectiveConfig config = input.startedUnder(release, console);
        CriLayout layout = CriLayout.of(release.writtenConfigVersion());
        Set<String> handlers = Handlers.of(config.root(), layout).runtimes().keySet();
        if (arguments.has(CHECK)) {
            return check(arguments.all(CHECK), handlers, input.name(), console);
        }
        print(handlers, arguments.get(OUTPUT), console);
        return ExitCode.OK;
    }

    private static int check(List<FileArgument> manifests, Set<String> handlers, String config, Console console)
            throws CommandFailure {
        int exit = ExitCode.OK;
        for (FileArgument manifest : manifests) {
            Input file = Input.read(manifest, console);
            for (Manifests.Reference reference : Manifests.read(file.name(), file.content())) {
                if (!handlers.contains(reference.handler())) {
                    String place = file.name() + (reference.line() == 0 ? "" : ":" + reference.line());
                    console.out()
                            .print(Terminal.escape(place + ": RuntimeClass " + reference.name() + ": there is no"
                                            + " runtime \"" + reference.handler() + "\" in " + config)
                                    + "\n");
                    exit = ExitCode.FOUND;
                }
            }
        }
        return exit;
    }

    private static void print(Set<String> handlers, OutputFormat format, Console console) {
        List<TomlValue> manifests = new ArrayList<>();
        for (String handler : handlers) {
            if (RuntimeClass.isHandler(handler)) {
                manifests.add(RuntimeClass.of(handler).manifest());
            } else {
                console.err()
                        .print(Terminal.escape("ctrcfg: warning: no RuntimeClass can have the handler \"" + handler
                                        + "\": it takes lower-case letters, digits and dashes")
                                + "\n");
            }
        }
        if (format == OutputFormat.JSON) {
            console.out().print(format.print(list(manifests)));
            return;
        }
        for (int i = 0; i < manifests.size(); i++) {
            console.out().print((i == 0 ? "" : "---\n") + format.print(manifests.get(i)));
        }
    }

    private static TomlTable list(List<TomlValue> manifests) {
        return TomlTable.builder()
                .put("apiVersion", "v1")
                .put("kind", "List")
                .put("items", new TomlArray(manifests))
                .build();
    }
}
