// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.ConfigText;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as it was meant, where a mistake at its root hides all others: with the version that it lacks, and with {@code
 * plugins} spelt right.
 */
final class MeantText {

    private final TomlDocument document;
    private final List<TextEdit> edits;
    private final ConfigText config;

    private MeantText(String name, TomlDocument document, List<TextEdit> edits) {
        this.document = document;
        this.config = new ConfigText(name, document);
        this.edits = edits;
    }

    static MeantText of(LintedFile file) {
        List<TextEdit> edits = new ArrayList<>();
        if (file.lacksVersion()) {
            String line = "version = " + file.meantVersion().number() + "\n";
            edits.add(new TextEdit(new Span(0, 0), line));
        }
        MisspeltPlugins.name(file).ifPresent(name -> respell(file, name, edits));
        if (edits.isEmpty()) {
            return new MeantText(file.name(), file.document(), edits);
        }
        try {
            return new MeantText(file.name(), file.document().apply(edits), edits);
        } catch (TomlSyntaxException e) {
            return new MeantText(file.name(), file.document(), List.of());
        }
    }

    private static void respell(LintedFile file, String name, List<TextEdit> edits) {
        for (Header header : file.headers()) {
            if (header.key().part(0).equals(new Key.Name(name))) {
                String text = file.document().text(header.span());
                int at = header.span().start() + utf8(text.substring(0, text.indexOf(name)));
                edits.add(new TextEdit(new Span(at, at + utf8(name)), "plugins"));
            }
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    TomlDocument document() {
        return document;
    }

    /** The text as the releases read it. */
    ConfigText asConfig() {
        return config;
    }

    /** The place in the file of a place in the text that was meant. */
    Span written(Span meant) {
        int start = written(meant.start());
        return new Span(start, Math.max(start, written(meant.end())));
    }

    private int written(int offset) {
        int shift = 0;
        for (TextEdit edit : edits) {
            int end = edit.span().start() + shift + utf8(edit.replacement());
            if (end <= offset) {
                shift += utf8(edit.replacement()) - edit.span().length();
            }
        }
        return Math.max(0, offset - shift);
    }
}
