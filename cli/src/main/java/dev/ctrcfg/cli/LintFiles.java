// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the files that arguments stand for: files, the configuration files in directories, and patterns. */
final class LintFiles {

    private static final String WILDCARDS = "*?[{";

    private LintFiles() {}

    /** The files in the order of the arguments, those of one argument by name, each once. */
    static List<FileArgument> of(List<FileArgument> arguments) throws CommandFailure {
        Set<FileArgument> files = new LinkedHashSet<>();
        for (FileArgument argument : arguments) {
            try {
                files.addAll(expand(argument));
            } catch (IOException e) {
                throw CommandFailure.of(argument.inputName(), e);
            }
        }
        return List.copyOf(files);
    }

    private static List<FileArgument> expand(FileArgument argument) throws IOException {
        Path path = argument.path();
        if (argument.isStream() || Files.isRegularFile(path)) {
            return List.of(argument);
        }
        if (Files.isDirectory(path)) {
            return found(path, LintFiles::isConfiguration);
        }
        int wildcard = wildcard(path.toString());
        if (wildcard < 0) {
            return List.of(argument);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
        return found(fixedPart(path.toString(), wildcard), matcher);
    }

    private static int wildcard(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (WILDCARDS.indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Path fixedPart(String pattern, int wildcard) {
        int slash = pattern.lastIndexOf('/', wildcard);
        return Path.of(slash < 0 ? "" : pattern.substring(0, slash + 1));
    }

    private static List<FileArgument> found(Path start, PathMatcher wanted) throws IOException {
        List<Path> paths = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean hidden = !directory.equals(start)
                        && directory.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && wanted.matches(file)) {
                    paths.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        paths.sort((a, b) -> a.toString().compareTo(b.toString()));
        List<FileArgument> files = new ArrayList<>(paths.size());
        for (Path path : paths) {
            files.add(new FileArgument(path, false));
        }
        return files;
    }

    /** Whether a file in a directory is one of containerd's, which the other TOML files of a repository are not. */
    private static boolean isConfiguration(Path file) {
        String name = file.getFileName().toString();
        if (name.equals("hosts.toml")) {
            return true;
        }
        return name.endsWith(".toml") && mentionsContainerd(file);
    }

    private static boolean mentionsContainerd(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains("io.containerd.") || text.contains("[plugins.") || text.contains("disabled_plugins");
        } catch (IOException e) {
            // It is looked at again, and the failure reported then.
            return true;
        }
    }
}
