// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * A URL as Go's net/url reads it, as far as containerd looks at it.
 *
 * @param scheme the part before the colon, empty if there is none
 * @param host host and port, empty if there is no {@code //}
 * @param path the path, empty if there is none
 */
public record GoUrl(String scheme, String host, String path) {

    /**
     * {@return the parts of a URL}
     *
     * @param url the URL
     * @throws IllegalArgumentException if it is none, with Go's message
     */
    public static GoUrl parse(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) < ' ' || url.charAt(i) == 0x7f) {
                throw refused(url, "net/url: invalid control character in URL");
            }
        }
        int colon = endOfScheme(url);
        String scheme = colon < 0 ? "" : url.substring(0, colon);
        String rest = withoutQuery(url.substring(colon + 1));
        if (!rest.startsWith("//")) {
            return new GoUrl(scheme, "", colon < 0 || rest.startsWith("/") ? rest : "");
        }
        int slash = rest.indexOf('/', 2);
        String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        checkHost(url, host);
        return new GoUrl(scheme, host, slash < 0 ? "" : rest.substring(slash));
    }

    private static IllegalArgumentException refused(String url, String why) {
        return new IllegalArgumentException("parse \"" + url + "\": " + why);
    }

    private static String withoutQuery(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** The place of the colon behind a scheme, or -1. */
    private static int endOfScheme(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (c == ':' && i > 0) {
                return i;
            }
            if (!letter && (i == 0 || !later)) {
                return -1;
            }
        }
        return -1;
    }

    private static void checkHost(String url, String host) {
        int end = 0;
        if (host.startsWith("[")) {
            end = host.lastIndexOf(']') + 1;
            if (end == 0) {
                throw refused(url, "missing ']' in host");
            }
        } else {
            end = Math.max(host.lastIndexOf(':'), 0);
        }
        String port = host.substring(end);
        boolean none = port.isEmpty() || end == 0 && !port.startsWith(":");
        if (!none && !isPort(port)) {
            throw refused(url, "invalid port \"" + port + "\" after host");
        }
    }

    private static boolean isPort(String port) {
        for (int i = 1; i < port.length(); i++) {
            if (port.charAt(i) < '0' || port.charAt(i) > '9') {
                return false;
            }
        }
        return port.startsWith(":");
    }

    /** {@return the port, empty if there is none} */
    public String port() {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "";
    }

    /**
     * {@return whether a host is this machine}
     *
     * @param host a host, with or without a port
     */
    public static boolean isLocal(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']') && colon == host.indexOf(':', host.lastIndexOf(']') + 1);
        String name = hasPort ? host.substring(0, colon) : host;
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        return bare.equals("localhost") || bare.equals("::1") || isLoopback(bare);
    }

    private static boolean isLoopback(String address) {
        int start = 0;
        int parts = 0;
        while (start <= address.length()) {
            int dot = address.indexOf('.', start);
            int end = dot < 0 ? address.length() : dot;
            if (!isShortNumber(address, start, end)) {
                return false;
            }
            parts++;
            start = end + 1;
        }
        return parts == 4 && address.startsWith("127.");
    }

    private static boolean isShortNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > start && end - start <= 3;
    }
}
