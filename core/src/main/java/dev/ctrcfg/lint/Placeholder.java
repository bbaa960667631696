// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.TomlString;

/** A value that something was to fill in, and has not. */
final class Placeholder extends FileRule {

    Placeholder() {
        super("placeholder", Severity.WARNING, Releases.ALL);
    }

    @Override
    boolean looksAt(FileKind kind) {
        return true;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (Entry entry : file.entries()) {
            if (entry.value() instanceof TomlString string && isPlaceholder(string.value())) {
                findings.add(
                        this,
                        new Spot(file.text(), entry.valueSpan(), java.util.Optional.of(entry.key()))
                                .problem("\"" + string.value()
                                        + "\" looks like a placeholder that nothing has filled in"));
            }
        }
    }

    static boolean isPlaceholder(String value) {
        return value.contains("${")
                || value.contains("{{")
                || value.contains("%(")
                || value.contains("%s")
                || isEnclosed(value, '{', '}')
                || isEnclosed(value, '<', '>')
                || isEnclosed(value, '@', '@')
                || isShouted(value);
    }

    private static boolean isEnclosed(String value, char open, char close) {
        int last = value.length() - 1;
        return last > 1 && value.charAt(0) == open && value.charAt(last) == close && isName(value.substring(1, last));
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_-. ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Words in upper case with underscores between them, as in {@code SANDBOX_IMAGE}. */
    private static boolean isShouted(String value) {
        boolean underscore = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '_' && (c < 'A' || c > 'Z')) {
                return false;
            }
            underscore |= c == '_' && i > 0 && i < value.length() - 1;
        }
        return underscore;
    }
}
