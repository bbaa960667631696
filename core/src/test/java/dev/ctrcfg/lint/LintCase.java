// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.ShimSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of {@code testdata/lint}. Comments at its top may say {@code # containerd: 1.7, 2.1}, {@code # present: 1.6}, {@code # file: NAME},
 * {@code # host: DIR}, {@code # kubernetes: VERSION} and {@code # kubelet: DRIVER}, and {@code # with
 * imports} if imported files shall be read.
 */
record LintCase(Path path, String text) {

    /** A finding that a comment asks for. */
    record Want(String file, int line, String rule, String text) {}

    static LintCase of(Path path) {
        try {
            return new LintCase(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LintReport lint() {
        return new Linter(options()).lint(name(), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    String name() {
        return directive("file").orElse(path.toString());
    }

    private LintOptions options() {
        return new LintOptions(
                releases("containerd"),
                text.contains("# with imports") ? Optional.of(FileConfigSource.ofThisMachine()) : Optional.empty(),
                directive("host").map(host -> ShimSearch.of(path.resolveSibling(host))),
                directive("kubernetes"),
                directive("kubelet").map(KubeletConfig::new),
                releases("present"));
    }

    private List<ContainerdRelease> releases(String name) {
        List<ContainerdRelease> releases = new ArrayList<>();
        directive(name).ifPresent(list -> {
            for (String version : list.split(",", -1)) {
                releases.add(ContainerdRelease.parse(version.strip()));
            }
        });
        return releases;
    }

    private Optional<String> directive(String name) {
        return text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .filter(line -> line.startsWith("# " + name + ": "))
                .map(line -> line.substring(name.length() + 4))
                .findFirst();
    }

    List<Want> wants() {
        List<Want> wants = new ArrayList<>(wants(name(), text));
        if (text.contains("# with imports")) {
            for (Path part : parts()) {
                wants.addAll(wants(part.toString(), of(part).text));
            }
        }
        return wants;
    }

    private List<Path> parts() {
        try (Stream<Path> files = Files.list(path.resolveSibling(".").normalize())) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Want> wants(String file, String text) {
        List<Want> wants = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int at = lines[i].indexOf("want: ");
            if (at >= 0) {
                String[] words = lines[i].substring(at + 6).split(" ", 2);
                wants.add(new Want(file, i + 1, words[0], words[1]));
            }
        }
        return wants;
    }

    @Override
    public String toString() {
        return String.valueOf(path.getParent()) + "/" + path.getFileName();
    }
}
