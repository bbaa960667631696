// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.release.GoPattern;
import dev.ctrcfg.release.ImportResolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns entries of {@code imports} into names of files.
 *
 * <p>Source: {@code resolveImports} in containerd's config.go, and Go's {@code filepath.Glob}.
 */
final class ImportResolver {

    private final ImportResolution resolution;
    private final ConfigSource source;

    ImportResolver(ContainerdRelease release, ConfigSource source) {
        this.resolution = release.importResolution();
        this.source = source;
    }

    /**
     * The files of an entry, in the order of their being read.
     *
     * @throws Refusal if it is a pattern that is none
     */
    List<String> resolve(String parent, String entry) {
        boolean pattern = entry.indexOf('*') >= 0;
        return switch (resolution) {
            case NONE -> List.of();
            case GLOB_FROM_WORKING_DIRECTORY -> pattern ? globOf(entry) : List.of(beside(parent, entry));
            case FROM_PARENT -> {
                String path = GoPath.isAbsolute(entry) ? GoPath.clean(entry) : beside(parent, entry);
                yield pattern ? globOf(path) : List.of(path);
            }
        };
    }

    private static String beside(String parent, String entry) {
        String clean = GoPath.clean(entry);
        return GoPath.isAbsolute(clean) ? clean : GoPath.join(GoPath.directory(parent), clean);
    }

    private List<String> globOf(String pattern) {
        if (!new GoPattern(pattern).isWellFormed()) {
            throw Refusal.exit("bad-import", "syntax error in pattern", (Written) null);
        }
        return glob(pattern);
    }

    private List<String> glob(String pattern) {
        if (!hasMeta(pattern)) {
            return exists(pattern) ? List.of(pattern) : List.of();
        }
        int slash = pattern.lastIndexOf('/');
        String directory = slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash);
        GoPattern name = new GoPattern(pattern.substring(slash + 1));
        List<String> found = new ArrayList<>();
        for (String folder : hasMeta(directory) ? glob(directory) : List.of(directory)) {
            addMatches(folder, name, found);
        }
        return found;
    }

    private void addMatches(String folder, GoPattern pattern, List<String> found) {
        List<String> names;
        try {
            names = new ArrayList<>(source.list(folder));
        } catch (IOException unreadable) {
            return; // as filepath.Glob does
        }
        names.sort(ByBytes.ORDER);
        for (String name : names) {
            if (pattern.matches(name)) {
                found.add(GoPath.join(folder, name));
            }
        }
    }

    private boolean exists(String path) {
        try {
            return source.list(GoPath.directory(path)).contains(path.substring(path.lastIndexOf('/') + 1));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean hasMeta(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("*?[\\".indexOf(path.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
