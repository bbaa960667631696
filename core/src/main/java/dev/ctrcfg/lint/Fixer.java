// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the fixes that findings carry. */
public final class Fixer {

    /** More rounds than any file needs; one fix can uncover the next. */
    private static final int ROUNDS = 20;

    private Fixer() {}

    /**
     * {@return the document with every fix made that stands in no other's way}
     *
     * @param document the document
     * @param findings findings of this document, the more important ones first
     */
    public static TomlDocument apply(TomlDocument document, List<Finding> findings) {
        List<TextEdit> edits = new ArrayList<>();
        TomlDocument fixed = document;
        for (Finding finding : findings) {
            if (finding.fix().isPresent() && isFree(edits, finding.fix().get())) {
                List<TextEdit> more = new ArrayList<>(edits);
                more.addAll(finding.fix().get().textEdits());
                Optional<TomlDocument> next = applied(document, more);
                edits = next.isPresent() ? more : edits;
                fixed = next.orElse(fixed);
            }
        }
        return fixed;
    }

    /** Each of two fixes may be right and both together wrong; the next round finds what is left. */
    private static Optional<TomlDocument> applied(TomlDocument document, List<TextEdit> edits) {
        try {
            return Optional.of(document.apply(edits));
        } catch (TomlSyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isFree(List<TextEdit> edits, Fix fix) {
        for (TextEdit edit : edits) {
            for (Fix.Edit other : fix.edits()) {
                if (touch(edit.span(), other.span())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean touch(Span one, Span other) {
        return one.start() <= other.end() && other.start() <= one.end();
    }

    /**
     * {@return the file with fixes made until no finding has one that can be made}
     *
     * @param linter the linter that finds
     * @param name the name of the file
     * @param document the file
     */
    public static TomlDocument fix(Linter linter, String name, TomlDocument document) {
        TomlDocument fixed = document;
        for (int round = 0; round < ROUNDS; round++) {
            TomlDocument next = step(linter, name, fixed);
            if (next.equals(fixed)) {
                return fixed;
            }
            fixed = next;
        }
        return fixed;
    }

    /** All fixes at once; only the first of them if all together make things worse, which none does alone. */
    private static TomlDocument step(Linter linter, String name, TomlDocument document) {
        List<Finding> findings = linter.lint(name, document.bytes()).findings();
        TomlDocument all = apply(document, findings);
        if (all.equals(document) || linter.isAsGood(name, document, all)) {
            return all;
        }
        for (Finding finding : findings) {
            TomlDocument one = apply(document, List.of(finding));
            if (!one.equals(document)) {
                return one;
            }
        }
        return document;
    }
}
