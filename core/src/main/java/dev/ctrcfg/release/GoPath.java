// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.ArrayList;
import java.util.List;

/** Paths as Go's path/filepath handles them on Linux: texts, not places in a file system. */
public final class GoPath {

    private GoPath() {}

    /**
     * {@return whether a path begins at the root}
     *
     * @param path the path
     */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /**
     * {@return the shortest text for the same path: no doubled slashes, no {@code .}, no {@code ..} but at the start}
     *
     * @param path the path; the empty one is {@code .}
     */
    public static String clean(String path) {
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

    /**
     * {@return the names between the slashes}
     *
     * @param path the path
     */
    public static List<String> parts(String path) {
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

    /**
     * {@return the clean path of a name in a folder; empty if both are}
     *
     * @param folder the folder, or nothing
     * @param name the name, or a path
     */
    public static String join(String folder, String name) {
        if (folder.isEmpty()) {
            return name.isEmpty() ? "" : clean(name);
        }
        return clean(folder + "/" + name);
    }

    /**
     * {@return the folder that a path is in}
     *
     * @param path the path
     */
    public static String directory(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /**
     * {@return the clean absolute path}
     *
     * @param path the path
     * @param workingDirectory where a relative path starts, itself absolute
     */
    public static String absolute(String path, String workingDirectory) {
        return isAbsolute(path) ? clean(path) : join(workingDirectory, path);
    }
}
