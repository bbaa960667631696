// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlDialect;

/**
 * What a release says of a file that its TOML library does not read. Place and frame of the message are containerd's;
 * the reason is worded by containerd only where it names a duplicate.
 */
final class SyntaxRefusals {

    private static final String ID = "toml-syntax";

    private final TomlDialect dialect;

    SyntaxRefusals(ContainerdRelease release) {
        dialect = release.tomlDialect();
    }

    Refusal of(SourceFile file, SyntaxError error) {
        if (!isDuplicate(error)) {
            return refusal(
                    file,
                    error.span(),
                    file.position(error.span().start()),
                    Secrets.mask(error).message());
        }
        Expression expression = Expression.at(file.bytes(), error.span());
        String reason = reason(error, expression);
        Position at = file.position(expression.start());
        return switch (dialect) {
            case BURNTSUSHI_0_3 -> exit(file, error.span(), nearLine(at, lastKey(expression)) + reason);
            case GO_TOML_V2_2, GO_TOML_V2_3 -> exit(file, error.span(), "failed to unmarshal TOML: toml: " + reason);
            default -> refusal(file, error.span(), at, reason);
        };
    }

    Refusal of(SourceFile file, TomlDialect.Refusal refusal) {
        String reason = refusal.construct() + " is not read by " + dialect;
        return refusal(file, refusal.span(), file.position(refusal.span().start()), reason);
    }

    private static boolean isDuplicate(SyntaxError error) {
        return switch (error.kind()) {
            case DUPLICATE_KEY, DUPLICATE_KEY_IN_INLINE_TABLE, REDEFINED_TABLE, HEADER_AFTER_DOTTED_KEY -> true;
            default -> false;
        };
    }

    private Refusal refusal(SourceFile file, Span span, Position at, String reason) {
        String text = switch (dialect) {
            case BURNTSUSHI_0_3 -> nearLine(at, "") + reason;
            case GO_TOML_V1_8, GO_TOML_V1_9 ->
                "failed to load TOML: " + file.path() + ": (" + at.line() + ", " + at.column() + "): " + reason;
            default -> "failed to unmarshal TOML at row " + at.line() + " column " + at.column() + ": toml: " + reason;
        };
        return exit(file, span, text);
    }

    private static Refusal exit(SourceFile file, Span span, String text) {
        return Refusal.exit(ID, text, new SourcePlace(file, span));
    }

    private static String nearLine(Position at, String lastKey) {
        return "Near line " + at.line() + lastKey + ": ";
    }

    /** BurntSushi/toml names the key that it was at; here it is named where that is sure. */
    private static String lastKey(Expression expression) {
        return " (last key parsed '" + (expression.isHeader() ? "" : expression.part()) + "')";
    }

    private String reason(SyntaxError error, Expression expression) {
        String name = expression.part();
        boolean table = error.kind() != SyntaxError.Kind.DUPLICATE_KEY && expression.isHeader();
        return switch (dialect) {
            case BURNTSUSHI_0_3 -> "Key '" + name + "' has already been defined.";
            case GO_TOML_V1_8, GO_TOML_V1_9 ->
                table ? "duplicated tables" : "The following key was defined twice: " + expression.path();
            default -> table ? "table " + name + existing(error) : "key " + name + " is already defined";
        };
    }

    private String existing(SyntaxError error) {
        boolean dotted = error.kind() == SyntaxError.Kind.HEADER_AFTER_DOTTED_KEY;
        return " already exists" + (dotted && dialect == TomlDialect.GO_TOML_V2_4 ? " as defined by a dotted key" : "");
    }
}
