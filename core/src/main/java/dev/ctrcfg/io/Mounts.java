// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells where something is mounted, which is what a container gets for a single file of its host. */
final class Mounts {

    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private Mounts() {}

    static boolean isMounted(Path file) {
        try {
            Path real = file.toRealPath();
            String table = new String(Files.readAllBytes(TABLE), StandardCharsets.ISO_8859_1);
            return names(
                    table, new String(real.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false;
        }
    }

    static boolean names(String table, String path) {
        int start = 0;
        while (start < table.length()) {
            int feed = table.indexOf('\n', start);
            int end = feed < 0 ? table.length() : feed;
            if (unescape(field(table.substring(start, end))).equals(path)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static String field(String line) {
        int start = 0;
        for (int i = 0; i < MOUNT_POINT; i++) {
            start = line.indexOf(' ', start) + 1;
        }
        int end = line.indexOf(' ', start);
        return end < 0 ? line.substring(start) : line.substring(start, end);
    }

    /** The kernel writes blanks, line ends and backslashes as three octal digits. */
    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 3 < text.length()) {
                out.append((char) Integer.parseInt(text.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
