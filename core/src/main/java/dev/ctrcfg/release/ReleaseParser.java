// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Optional;

/** Reads the version out of a text, character by character: {@code patch} has no time for regular expressions. */
final class ReleaseParser {

    private static final int MAX_NUMBER = 1_000_000;
    private static final String SCHEME = "containerd://";

    private final String text;
    private int at;

    private ReleaseParser(String text) {
        this.text = text;
    }

    static ContainerdRelease parse(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = endOfWord(text, start);
            String word = withoutScheme(text.substring(start, end));
            if (looksLikeVersion(word)) {
                return new ReleaseParser(word).release();
            }
            start = end + 1;
        }
        throw new IllegalArgumentException("no version of containerd in \"" + text + "\"; " + known());
    }

    /** Nodes of Kubernetes state their containerd as {@code containerd://1.7.29}. */
    private static String withoutScheme(String word) {
        return word.startsWith(SCHEME) ? word.substring(SCHEME.length()) : word;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Two numbers with a dot between them, a {@code v} before them or not. */
    private static boolean looksLikeVersion(String word) {
        int at = word.startsWith("v") ? 1 : 0;
        int first = at;
        while (at < word.length() && isDigit(word.charAt(at))) {
            at++;
        }
        return at > first && at + 1 < word.length() && word.charAt(at) == '.' && isDigit(word.charAt(at + 1));
    }

    private ContainerdRelease release() {
        at = text.startsWith("v") ? 1 : 0;
        ReleaseLine line = line();
        boolean hasPatch = at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        int patch = 0;
        if (hasPatch) {
            at++;
            patch = number();
        }
        String rest = suffix();
        Distribution distribution = distribution(rest);
        if (!hasPatch) {
            return newest(line, distribution);
        }
        String preRelease = PreReleases.isMark(rest) ? PreReleases.normalize(rest) : "";
        return new ContainerdRelease(line, patch, preRelease, distribution);
    }

    private ReleaseLine line() {
        int major = number();
        at++;
        int minor = number();
        Optional<ReleaseLine> line = ReleaseLine.of(major, minor);
        if (line.isEmpty()) {
            throw new IllegalArgumentException("containerd " + major + "." + minor + " is not known; " + known());
        }
        return line.get();
    }

    private int number() {
        int number = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at++) - '0';
            if (number > MAX_NUMBER) {
                throw new IllegalArgumentException("not a version of containerd: " + text + "; " + known());
            }
        }
        return number;
    }

    /** What stands behind the numbers, without the character that sets it off. */
    private String suffix() {
        if (at == text.length()) {
            return "";
        }
        char mark = text.charAt(at);
        if (mark != '-' && mark != '+' && mark != '~') {
            throw new IllegalArgumentException("not a version of containerd: " + text + "; " + known());
        }
        return text.substring(at + 1);
    }

    /**
     * Debian marks its sources with {@code ds} and its updates with {@code deb12u1}; {@code deb} is for use by hand. Its
     * 2.1.9 says {@code 2.1.9+unknown}, as containerd does if the build does not tell it its version; those of the
     * containerd project do.
     */
    private static Distribution distribution(String suffix) {
        boolean debian = isDebianWord(suffix) || suffix.equals("unknown");
        for (int i = 0; i < suffix.length() && !debian; i++) {
            char c = suffix.charAt(i);
            debian = (c == '-' || c == '+' || c == '~') && isDebianWord(suffix.substring(i + 1));
        }
        return debian ? Distribution.DEBIAN : Distribution.UPSTREAM;
    }

    private static boolean isDebianWord(String word) {
        return isMark(word, "ds") || isMark(word, "deb") || word.equals("debian");
    }

    private static boolean isMark(String word, String mark) {
        int end = mark.length();
        return word.startsWith(mark) && (word.length() == end || isDigit(word.charAt(end)));
    }

    private static ContainerdRelease newest(ReleaseLine line, Distribution distribution) {
        ContainerdRelease newest = line.newest();
        if (distribution == Distribution.UPSTREAM) {
            return newest;
        }
        int patch = switch (line) {
            case V1_6 -> 20;
            case V1_7 -> 24;
            default -> newest.patch();
        };
        return new ContainerdRelease(line, patch, newest.preRelease(), distribution);
    }

    private static String known() {
        StringBuilder out = new StringBuilder("known are ");
        for (ReleaseLine line : ReleaseLine.values()) {
            out.append(line.index() == 0 ? "" : ", ").append(line);
        }
        return out.append(" and their patch releases, with -deb for Debian's builds")
                .toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
