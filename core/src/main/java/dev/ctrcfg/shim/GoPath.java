// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import java.util.ArrayList;
import java.util.List;

/** Paths as Go's path/filepath handles them on Linux: texts, not places in a file system. */
final class GoPath {

    private GoPath() {}

    static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /** The shortest text for the same path: no doubled slashes, no {@code .}, no {@code ..} but at the start. */
    static String clean(String path) {
        boolean rooted = isAbsolute(path);
        List<String> parts = new ArrayList<>();
        for (String part : parts(path)) {
            if (part.equals("..") && canGoUp(parts)) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".") && !(part.equals("..") && rooted)) {
                parts.add(part);
            }
        }
        String joined = String.join("/", parts);
        if (rooted) {
            return "/" + joined;
        }
        return joined.isEmpty() ? "." : joined;
    }

    private static boolean canGoUp(List<String> parts) {
        return !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..");
    }

    /** The names between the slashes. */
    static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                parts.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return parts;
    }

    static String join(String folder, String name) {
        if (folder.isEmpty()) {
            return name.isEmpty() ? "" : clean(name);
        }
        return clean(folder + "/" + name);
    }

    static String directory(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    static String absolute(String path, String workingDirectory) {
        return isAbsolute(path) ? clean(path) : join(workingDirectory, path);
    }
}
