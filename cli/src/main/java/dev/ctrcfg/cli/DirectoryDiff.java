// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the files of the same names in two directories. */
record DirectoryDiff(Path before, Path after, Pair pair) {

    /** Compares two files. */
    interface Pair {
        DiffReport compare(Path one, Path other) throws CommandFailure, UsageException;
    }

    int print(OutputFormat format, boolean color, Console console) throws CommandFailure, UsageException {
        List<TomlValue> files = new ArrayList<>();
        for (String name : names()) {
            boolean old = Files.exists(before.resolve(name));
            boolean now = Files.exists(after.resolve(name));
            DiffReport report = old && now
                    ? pair.compare(before.resolve(name), after.resolve(name))
                    : new DiffReport(List.of(), true);
            if (old && now && report.isEmpty()) {
                continue;
            }
            String only = old && now ? "" : (old ? before : after).toString();
            files.add(table(name, only, report));
            if (format == OutputFormat.TEXT) {
                console.out().print(Terminal.escape(only.isEmpty() ? name : name + ": only in " + only) + "\n");
                console.out().print(report.text(color).indent(2));
            }
        }
        if (format != OutputFormat.TEXT) {
            console.out()
                    .print(format.print(TomlTable.builder()
                            .put("files", new TomlArray(files))
                            .build()));
        }
        return files.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private static TomlValue table(String name, String only, DiffReport report) {
        TomlTable.Builder table = TomlTable.builder().put("file", name);
        if (!only.isEmpty()) {
            table.put("only_in", only);
        }
        report.table().entries().forEach(table::put);
        return table.build();
    }

    private TreeSet<String> names() throws CommandFailure {
        TreeSet<String> names = new TreeSet<>();
        for (Path directory : List.of(before, after)) {
            try (Stream<Path> files = Files.walk(requireDirectory(directory))) {
                files.filter(path -> path.toString().endsWith(".toml") && Files.isRegularFile(path))
                        .forEach(path -> names.add(directory.relativize(path).toString()));
            } catch (IOException e) {
                throw CommandFailure.of(directory.toString(), e);
            }
        }
        return names;
    }

    private static Path requireDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "not a directory, as the other one is");
        }
        return path;
    }
}
