// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** How bad a finding is. */
public enum Severity {
    /**
     * containerd refuses the file, its CRI plugin does not load, a setting has no effect, or every pod of a handler must
     * fail.
     */
    ERROR("error"),
    /** Deprecated, risky, or working by luck. */
    WARNING("warning"),
    /** Good to know. */
    INFO("info");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    /**
     * {@return whether this severity is the other one or a worse one}
     *
     * @param other the other severity
     */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** {@return the name that reports use: {@code error}, {@code warning} or {@code info}} */
    @Override
    public String toString() {
        return title;
    }
}
