// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Set;

/**
 * How a document is read.
 *
 * @param version the version of TOML
 * @param maxBytes the size above which a document is refused, in bytes, from 1
 * @param maxDepth how deep arrays and tables may be nested and how many parts a key may have, from 1 to
 *     {@value #DEPTH_CEILING}
 * @param maxErrors how many errors are collected before reading stops, from 1
 * @param tolerated faults that are read over, as some readers of containerd's do; such a document can be read, not
 *     edited
 */
public record TomlOptions(
        TomlVersion version, int maxBytes, int maxDepth, int maxErrors, Set<SyntaxError.Kind> tolerated) {

    /** The highest value that {@link #maxDepth()} may have. */
    public static final int DEPTH_CEILING = 1000;

    /** TOML 1.0, up to 256 MiB, 200 levels and 100 errors. */
    public static final TomlOptions DEFAULT = new TomlOptions(TomlVersion.V1_0, 256 << 20, 200, 100, Set.of());

    /** Refuses limits that are out of range with {@link IllegalArgumentException}; copies the set. */
    public TomlOptions {
        if (maxBytes < 1 || maxErrors < 1 || maxDepth < 1 || maxDepth > DEPTH_CEILING) {
            throw new IllegalArgumentException("a limit is out of range");
        }
        tolerated = Set.copyOf(tolerated);
    }

    /**
     * {@return these options for another version}
     *
     * @param other the version
     */
    public TomlOptions with(TomlVersion other) {
        return new TomlOptions(other, maxBytes, maxDepth, maxErrors, tolerated);
    }

    /**
     * {@return these options with other faults that are read over}
     *
     * @param kinds the faults
     */
    public TomlOptions tolerating(Set<SyntaxError.Kind> kinds) {
        return new TomlOptions(version, maxBytes, maxDepth, maxErrors, kinds);
    }
}
