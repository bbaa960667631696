// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.diff.ConfigDiff;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.WriteOptions;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.registry.HostsTree;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code ctrcfg hosts-toml}: turns inline registry settings into a tree of hosts.toml files. */
final class HostsTomlCommand implements Subcommand {

    private static final String CERTS = "/etc/containerd/certs.d";

    private static final Positional<FileArgument> FILE = Options.file()
            .description("the file with the registry settings, /etc/containerd/config.toml by default, - for standard"
                    + " input");
    private static final Option<FileArgument> WRITE = Option.value("--write", "DIR", FileArgument.Names.NAMES)
            .description("write the tree below this directory; without it the files are printed");
    private static final Option<FileArgument> CONFIG_PATH = Option.value(
                    "--config-path", "DIR", FileArgument.Names.NAMES)
            .description("where containerd will find the tree, " + CERTS + " by default");
    private static final Option<FileArgument> PATCH = Option.value("--patch", "FILE", FileArgument.Names.NAMES)
            .description("write the JSON patch for the configuration file here, instead of to standard output");
    private static final Option<Boolean> KEEP_CREDENTIALS = Option.flag("--keep-credentials")
            .description("leave credentials in the file, as registries that hand out tokens need it, Docker Hub among"
                    + " them; otherwise they become a fixed header");
    private static final Option<Boolean> SECRETS = Options.showSecrets();
    private static final Option<Path> ROOT = Options.root();

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg hosts-toml", "Turns inline registry settings into a tree of hosts.toml files.")
                .description(
                        "Takes registry.mirrors, registry.configs and registry.auths, which containerd calls"
                                + " deprecated, and prints or writes what says the same below registry.config_path.",
                        "The JSON patch that goes with the tree takes those settings out of the file and sets"
                                + " config_path; ctrcfg patch applies it.")
                .positional(FILE)
                .options(WRITE, CONFIG_PATH, PATCH, KEEP_CREDENTIALS, SECRETS, ROOT)
                .exit(ExitCode.OK, "done, or there is nothing to turn")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg hosts-toml",
                        "ctrcfg hosts-toml --write /etc/containerd/certs.d --patch registry.json &&",
                        "  ctrcfg patch --patch registry.json")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        Input input = Input.read(arguments.get(FILE).orBelow(arguments.get(ROOT)), console);
        TomlDocument document = input.parse();
        Key registry = registry(input, document);
        TomlTable table =
                document.find(registry).orElse(TomlTable.EMPTY) instanceof TomlTable found ? found : TomlTable.EMPTY;
        Map<String, TomlDocument> files = files(input, table, arguments);
        if (files.isEmpty()) {
            console.err().print("there is nothing to turn into hosts.toml files\n");
            return ExitCode.OK;
        }
        requireNoPath(input, document, registry);
        TomlArray patch = patch(input, document, registry, arguments);
        if (arguments.has(WRITE)) {
            write(files, arguments.get(WRITE).path(), console);
        } else {
            files.forEach((directory, file) -> console.out()
                    .print("# " + Terminal.escape(directory) + "/hosts.toml\n" + shown(file, arguments) + "\n"));
        }
        deliver(patch, arguments, console);
        return ExitCode.OK;
    }

    private static Key registry(Input input, TomlDocument document) throws CommandFailure {
        try {
            return CriLayout.of(Upgrade.versionOf(document))
                    .locate(Key.of("registry"))
                    .orElseThrow();
        } catch (EditConflictException e) {
            throw input.failure(document, e, Secrets.REDACTION);
        }
    }

    private static Map<String, TomlDocument> files(Input input, TomlTable registry, Arguments arguments)
            throws CommandFailure {
        HostsTree.Credentials credentials =
                arguments.has(KEEP_CREDENTIALS) ? HostsTree.Credentials.KEPT : HostsTree.Credentials.HEADER;
        try {
            return HostsTree.of(registry, credentials);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of(input.name() + ": error: " + Secrets.mask(String.valueOf(e.getMessage())));
        }
    }

    /** With a config_path mirrors do not count, so that a tree made of them would say something new. */
    private static void requireNoPath(Input input, TomlDocument document, Key registry) throws CommandFailure {
        Key key = registry.child("config_path");
        boolean set = document.find(key).orElse(null) instanceof TomlString path
                && !path.value().isEmpty();
        if (set && document.contains(registry.child("mirrors"))) {
            throw CommandFailure.of(document.render(
                    input.name(),
                    document.keySpanOf(key).orElseThrow(),
                    "config_path is set, so the mirrors beside it do not count",
                    Secrets.REDACTION));
        }
    }

    private static TomlArray patch(Input input, TomlDocument document, Key registry, Arguments arguments) {
        TomlEditor editor = document.edit();
        editor.remove(registry.child("mirrors"));
        boolean kept = arguments.has(KEEP_CREDENTIALS);
        if (!kept) {
            editor.remove(registry.child("configs")).remove(registry.child("auths"));
        } else if (document.find(registry.child("configs")).orElse(null) instanceof TomlTable configs) {
            for (String host : configs.entries().keySet()) {
                editor.remove(registry.child("configs").child(host).child("tls"));
            }
        }
        boolean set = document.find(registry.child("config_path")).orElse(null) instanceof TomlString path
                && !path.value().isEmpty();
        if (!set) {
            String directory = arguments.has(CONFIG_PATH)
                    ? arguments.get(CONFIG_PATH).path().toString()
                    : CERTS;
            editor.set(registry.child("config_path"), TomlValue.of(directory));
        }
        return ConfigDiff.operations(
                new ConfigText(input.name(), document), new ConfigText(input.name(), editor.document()));
    }

    private static String shown(TomlDocument file, Arguments arguments) {
        return arguments.has(SECRETS) ? file.text() : Secrets.mask(file.text());
    }

    private static void write(Map<String, TomlDocument> files, Path directory, Console console) throws CommandFailure {
        for (Map.Entry<String, TomlDocument> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey()).resolve("hosts.toml");
            try {
                if (Files.exists(path)
                        && !TomlDocument.parse(ConfigFile.read(path).content())
                                .root()
                                .equals(file.getValue().root())) {
                    throw CommandFailure.of(path + ": error: is there already, and says something else");
                }
                Files.createDirectories(path.getParent());
                byte[] content = file.getValue().bytes();
                ConfigFile.update(path, options(file.getValue()), before -> content);
                console.err().print(Terminal.escape(path.toString()) + "\n");
            } catch (IOException e) {
                throw CommandFailure.of(path.toString(), e);
            }
        }
    }

    /** Credentials are for containerd alone, which runs as root. */
    private static WriteOptions options(TomlDocument file) {
        boolean secret = !Secrets.mask(file.root()).equals(file.root());
        return secret ? WriteOptions.DEFAULT.forOwnerOnly() : WriteOptions.DEFAULT;
    }

    private static void deliver(TomlArray patch, Arguments arguments, Console console) throws CommandFailure {
        if (!arguments.has(PATCH) || arguments.get(PATCH).isStream()) {
            console.out().print(JsonReport.of(patch));
            return;
        }
        Path path = arguments.get(PATCH).path();
        try {
            ConfigFile.write(path, JsonReport.of(patch).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandFailure.of(path.toString(), e);
        }
    }
}
