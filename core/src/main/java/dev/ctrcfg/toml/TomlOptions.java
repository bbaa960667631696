// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.EnumSet;
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
 *     edited; possible are {@link SyntaxError.Kind#INVALID_UTF_8}, {@link SyntaxError.Kind#CONTROL_CHARACTER_IN_COMMENT},
 *     {@link SyntaxError.Kind#BARE_CARRIAGE_RETURN}, {@link SyntaxError.Kind#LEADING_ZERO},
 *     {@link SyntaxError.Kind#DUPLICATE_KEY_IN_INLINE_TABLE} and {@link SyntaxError.Kind#HEADER_AFTER_DOTTED_KEY}
 */
public record TomlOptions(
        TomlVersion version, int maxBytes, int maxDepth, int maxErrors, Set<SyntaxError.Kind> tolerated) {

    private static final Set<SyntaxError.Kind> TOLERABLE = EnumSet.of(
            SyntaxError.Kind.INVALID_UTF_8,
            SyntaxError.Kind.CONTROL_CHARACTER_IN_COMMENT,
            SyntaxError.Kind.BARE_CARRIAGE_RETURN,
            SyntaxError.Kind.LEADING_ZERO,
            SyntaxError.Kind.DUPLICATE_KEY_IN_INLINE_TABLE,
            SyntaxError.Kind.HEADER_AFTER_DOTTED_KEY);

    /** The highest value that {@link #maxDepth()} may have. */
    public static final int DEPTH_CEILING = 1000;

    /** TOML 1.0, up to 256 MiB, 200 levels and 100 errors. */
    public static final TomlOptions DEFAULT = new TomlOptions(TomlVersion.V1_0, 256 << 20, 200, 100, Set.of());

    /** The default options for TOML 1.1. */
    static final TomlOptions DEFAULT_V1_1 = DEFAULT.with(TomlVersion.V1_1);

    /**
     * Refuses limits that are out of range, and faults that cannot be read over, with {@link IllegalArgumentException};
     * copies the set.
     */
    public TomlOptions {
        if (maxBytes < 1 || maxErrors < 1 || maxDepth < 1 || maxDepth > DEPTH_CEILING) {
            throw new IllegalArgumentException("a limit is out of range");
        }
        if (!TOLERABLE.containsAll(tolerated)) {
            throw new IllegalArgumentException("one of these cannot be tolerated: " + tolerated);
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
