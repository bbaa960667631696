// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.toml.TomlTable;
import java.util.Locale;

/**
 * One thing that is wrong with a daemon.
 *
 * @param severity how bad it is
 * @param check which check found it, one word
 * @param message what is wrong
 * @param advice what to do about it
 */
record Diagnosis(Severity severity, String check, String message, String advice) {

    /** How bad it is. */
    enum Severity {
        /** Something does not work. */
        ERROR,
        /** Something may not work, or will not for long. */
        WARNING;

        /** The word in reports. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Diagnosis error(String check, String message, String advice) {
        return new Diagnosis(Severity.ERROR, check, message, advice);
    }

    static Diagnosis warning(String check, String message, String advice) {
        return new Diagnosis(Severity.WARNING, check, message, advice);
    }

    void appendTo(StringBuilder out) {
        out.append("  ").append(severity.word()).append(": ").append(message);
        out.append(" [").append(check).append("]\n    do: ").append(advice).append('\n');
    }

    /** The same for programs. */
    TomlTable table() {
        return TomlTable.builder()
                .put("severity", severity.word())
                .put("check", check)
                .put("message", message)
                .put("advice", advice)
                .build();
    }
}
