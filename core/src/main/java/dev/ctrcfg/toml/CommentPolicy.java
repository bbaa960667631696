// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** What a removal does with the comment lines directly above what it removes. */
public enum CommentPolicy {
    /** They belong to what they stand above and go with it. */
    REMOVE,
    /** They stay where they are. */
    KEEP
}
