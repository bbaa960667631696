// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One command line with its surroundings and its outcome, as a folder below {@code testdata/cli} holds it.
 *
 * @param args the arguments; {@code $DIR} stands for the folder of the files, in files too
 * @param stdin what is on standard input
 * @param files the files before the run, by their path in the folder
 * @param outcome the texts printed and the exit code by name, and the files that were written by {@code after/} path
 */
record CliCase(List<String> args, String stdin, Map<String, String> files, Map<String, String> outcome) {

    private static final String PLACE = "$DIR";
    private static final String AFTER = "after/";
    private static final String LOCK = ".ctrcfg.lock";
    private static final List<String> TEXTS = List.of("exit", "expected.err", "expected.out");

    static CliCase read(Path folder) throws IOException {
        Map<String, String> outcome = new TreeMap<>();
        for (String text : TEXTS) {
            outcome.put(text, readIfThere(folder.resolve(text)));
        }
        tree(folder.resolve("after")).forEach((path, content) -> outcome.put(AFTER + path, content));
        return new CliCase(
                Files.readAllLines(folder.resolve("args")),
                readIfThere(folder.resolve("stdin")),
                tree(folder.resolve("files")),
                outcome);
    }

    CliCase run(Path directory) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace(PLACE, directory.toString()), ISO_8859_1);
        }
        Map<String, Object> before = identities(directory);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] line = args.stream()
                .map(arg -> arg.replace(PLACE, directory.toString()))
                .toArray(String[]::new);
        ByteArrayInputStream in = new ByteArrayInputStream(stdin.getBytes(ISO_8859_1));
        int exitCode = Ctrcfg.run(in, new PrintWriter(out), new PrintWriter(err), line);

        Map<String, String> outcome = new TreeMap<>();
        outcome.put("exit", exitCode + "\n");
        outcome.put("expected.out", portable(out, directory));
        outcome.put("expected.err", portable(err, directory));
        outcome.putAll(written(directory, before));
        return new CliCase(args, stdin, files, outcome);
    }

    /** Text is kept byte by byte, as the files are. */
    private static String portable(StringWriter printed, Path directory) {
        String text = printed.toString().replace(directory.toString(), PLACE);
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** A file counts as written if it is another one than before, even with the same content. */
    private Map<String, String> written(Path directory, Map<String, Object> before) throws IOException {
        Map<String, String> written = new TreeMap<>();
        Map<String, Object> now = identities(directory);
        tree(directory).forEach((path, content) -> {
            if (!path.endsWith(LOCK) && !Objects.equals(now.get(path), before.get(path))) {
                written.put(AFTER + path, content.replace(directory.toString(), PLACE));
            }
        });
        return written;
    }

    void writeOutcome(Path folder) throws IOException {
        for (String stale : tree(folder.resolve("after")).keySet()) {
            Files.delete(folder.resolve(AFTER + stale));
        }
        for (Map.Entry<String, String> entry : outcome.entrySet()) {
            Path path = folder.resolve(entry.getKey());
            if (entry.getValue().isEmpty() && !entry.getKey().startsWith(AFTER)) {
                Files.deleteIfExists(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.writeString(path, entry.getValue(), ISO_8859_1);
            }
        }
    }

    private static String readIfThere(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        for (Path file : filesIn(folder)) {
            tree.put(folder.relativize(file).toString(), Files.readString(file, ISO_8859_1));
        }
        return tree;
    }

    private static Map<String, Object> identities(Path folder) throws IOException {
        Map<String, Object> identities = new TreeMap<>();
        for (Path file : filesIn(folder)) {
            identities.put(
                    folder.relativize(file).toString(),
                    List.of(Files.getAttribute(file, "unix:ino"), Files.getLastModifiedTime(file)));
        }
        return identities;
    }

    /** The locks that runs leave behind hold nothing. */
    private static boolean counts(Path path) {
        return Files.isRegularFile(path) && !path.toString().endsWith(".ctrcfg.lock");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return new ArrayList<>(paths.filter(CliCase::counts).toList());
        }
    }
}
