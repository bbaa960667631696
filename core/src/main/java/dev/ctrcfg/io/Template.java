// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import dev.ctrcfg.toml.TextEdit;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A file whose text is rendered by Go's {@code text/template} before containerd reads it, as K3s and RKE2 have them.
 *
 * <p>Lines with an action outside of strings and comments, such as <code>{{ template "base" . }}</code>, are no TOML.
 * {@link #readable()} has comments of the same length in their place, so that every other byte keeps its offset, and
 * edits of that text are made to the lines as they are. A line that renders K3s's base template is the one exception: as
 * that template begins with the {@code version} of the file, the line is read as that.
 */
public final class Template {

    private static final String SUFFIX = ".tmpl";
    private static final byte[] BASE = ascii("template \"base\"");
    private static final byte[] V2_PLUGIN = ascii("io.containerd.grpc.v1.cri");
    private static final byte[] V3_PLUGIN = ascii("io.containerd.cri.v1.");

    private final byte[] content;
    private final byte[] readable;
    private final boolean extendsBase;

    private Template(byte[] content, byte[] readable, boolean extendsBase) {
        this.content = content;
        this.readable = readable;
        this.extendsBase = extendsBase;
    }

    /**
     * {@return whether a file is a template: by its name, which ends in {@code .tmpl}, or by an action at its beginning}
     *
     * @param name the name of the file
     * @param content the bytes of the file
     */
    public static boolean isTemplate(String name, byte[] content) {
        return name.endsWith(SUFFIX) || startsWithAction(content);
    }

    /**
     * {@return a file as a template}
     *
     * @param name the name of the file, which tells K3s's templates for version 3 from those for version 2
     * @param content the bytes of the file
     */
    public static Template of(String name, byte[] content) {
        TemplateLines lines = new TemplateLines(content);
        byte[] readable = content.clone();
        boolean base = false;
        for (TemplateLines.Line line : lines.lines()) {
            if (!base && !line.isBelowHeader() && contains(content, BASE, line.start(), line.end())) {
                base = true;
                write(readable, line, "version = " + baseVersion(name, content) + " #");
            } else {
                write(readable, line, "#");
            }
        }
        return new Template(content.clone(), readable, base);
    }

    private static void write(byte[] readable, TemplateLines.Line line, String text) {
        byte[] bytes = ascii(text);
        System.arraycopy(bytes, 0, readable, line.start(), bytes.length);
    }

    private static int baseVersion(String name, byte[] content) {
        if (name.endsWith("config.toml" + SUFFIX)) {
            return 2;
        }
        boolean old = contains(content, V2_PLUGIN, 0, content.length);
        return old && !contains(content, V3_PLUGIN, 0, content.length) && !name.endsWith("-v3.toml" + SUFFIX) ? 2 : 3;
    }

    private static boolean startsWithAction(byte[] content) {
        int at = 0;
        while (at < content.length
                && (content[at] == ' ' || content[at] == '\t' || content[at] == '\n' || content[at] == '\r')) {
            at++;
        }
        return at + 1 < content.length && content[at] == '{' && content[at + 1] == '{';
    }

    /** {@return the text as TOML: of the same length, with a comment for each line that is none} */
    public byte[] readable() {
        return readable.clone();
    }

    /** {@return whether K3s's base template is rendered into the file, before any table of the file} */
    public boolean extendsBase() {
        return extendsBase;
    }

    /**
     * {@return the file with edits made}
     *
     * @param edits edits of {@link #readable()}, in order and without overlaps
     */
    public byte[] restore(List<TextEdit> edits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 256);
        int at = 0;
        for (TextEdit edit : edits) {
            out.write(content, at, edit.span().start() - at);
            out.writeBytes(restore(edit.replacement()).getBytes(StandardCharsets.UTF_8));
            at = edit.span().end();
        }
        out.write(content, at, content.length - at);
        return out.toByteArray();
    }

    /**
     * {@return a text, such as a difference, with the template's lines as they are}
     *
     * @param text a text with lines of {@link #readable()}
     */
    public String restore(String text) {
        String restored = text;
        for (TemplateLines.Line line : new TemplateLines(content).lines()) {
            restored = restored.replace(text(readable, line), text(content, line));
        }
        return restored;
    }

    private static String text(byte[] bytes, TemplateLines.Line line) {
        return new String(bytes, line.start(), line.end() - line.start(), StandardCharsets.UTF_8);
    }

    static boolean contains(byte[] bytes, byte[] sought, int from, int to) {
        for (int at = from; at + sought.length <= to; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
