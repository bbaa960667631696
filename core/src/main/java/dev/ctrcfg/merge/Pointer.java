// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;

/** JSON pointers of RFC 6901. */
final class Pointer {

    private Pointer() {}

    /** The key of names that a pointer leads along; indexes are names as well, as only a document can tell them apart. */
    static Key parse(String pointer) {
        if (pointer.isEmpty()) {
            return Key.ROOT;
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a path begins with a slash: \"" + pointer + "\"");
        }
        Key key = Key.ROOT;
        int start = 1;
        while (start <= pointer.length()) {
            int slash = pointer.indexOf('/', start);
            int end = slash < 0 ? pointer.length() : slash;
            key = key.child(unescaped(pointer.substring(start, end)));
            start = end + 1;
        }
        return key;
    }

    private static String unescaped(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
