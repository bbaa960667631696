// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

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
        return refusal(file, error.span(), reason(file, error), isDuplicate(error));
    }

    Refusal of(SourceFile file, TomlDialect.Refusal refusal) {
        String reason = refusal.construct() + " is not read by " + dialect;
        return refusal(file, refusal.span(), reason, false);
    }

    private static boolean isDuplicate(SyntaxError error) {
        return switch (error.kind()) {
            case DUPLICATE_KEY, DUPLICATE_KEY_IN_INLINE_TABLE, REDEFINED_TABLE -> true;
            default -> false;
        };
    }

    private Refusal refusal(SourceFile file, Span span, String reason, boolean duplicate) {
        Position at = file.position(span.start());
        String text = switch (dialect) {
            case BURNTSUSHI_0_3 -> "Near line " + at.line() + lastKey(file, span, duplicate) + ": " + reason;
            case GO_TOML_V1_8, GO_TOML_V1_9 ->
                "failed to load TOML: " + file.path() + ": (" + at.line() + ", " + at.column() + "): " + reason;
            case GO_TOML_V2_2, GO_TOML_V2_3 ->
                duplicate ? "failed to unmarshal TOML: toml: " + reason : placed(at, reason);
            case GO_TOML_V2_4 -> placed(at, reason);
        };
        return Refusal.exit(ID, text, new SourcePlace(file, span));
    }

    /** BurntSushi/toml names the key that it was at; here it is named where that is sure. */
    private static String lastKey(SourceFile file, Span span, boolean duplicate) {
        if (!duplicate) {
            return "";
        }
        boolean header = span.start() > 0
                && file.text(new Span(span.start() - 1, span.start())).equals("[");
        return " (last key parsed '" + (header ? "" : file.text(span)) + "')";
    }

    private static String placed(Position at, String reason) {
        return "failed to unmarshal TOML at row " + at.line() + " column " + at.column() + ": toml: " + reason;
    }

    private String reason(SourceFile file, SyntaxError error) {
        if (!isDuplicate(error)) {
            return error.message();
        }
        String name = file.text(error.span());
        boolean table = error.kind() == SyntaxError.Kind.REDEFINED_TABLE;
        return switch (dialect) {
            case BURNTSUSHI_0_3 -> "Key '" + name + "' has already been defined.";
            case GO_TOML_V1_8, GO_TOML_V1_9 ->
                table ? "duplicated tables" : "The following key was defined twice: " + name;
            default -> table ? "table " + name + " already exists" : "key " + name + " is already defined";
        };
    }
}
