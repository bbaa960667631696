// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/** Whether containerd's own sources call a setting deprecated. */
public enum KeyDeprecation {
    /** They do not. */
    NONE,
    /** The setting's documentation mentions a deprecation without being marked as one. */
    MENTIONED,
    /** A table that holds the setting is deprecated. */
    INHERITED,
    /** The setting itself is. */
    DEPRECATED
}
