// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.migrate.Notice;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;

/** Notices of migrations as they are printed. */
final class NoticeText {

    private NoticeText() {}

    static void print(Console console, Notice notice) {
        StringBuilder out = new StringBuilder();
        for (String line : Secrets.mask(notice.toString()).split("\n", -1)) {
            out.append(out.length() == 0 || line.isEmpty() ? "" : "    ")
                    .append(Terminal.escape(line))
                    .append('\n');
        }
        for (String comment : notice.comments()) {
            out.append("    ").append(Terminal.escape(Secrets.mask(comment))).append('\n');
        }
        console.err().print(out);
    }

    static TomlValue table(List<Notice> notices) {
        List<TomlValue> listed = new ArrayList<>();
        for (Notice notice : notices) {
            TomlTable.Builder table =
                    TomlTable.builder().put("kind", notice.kind().toString()).put("file", notice.file());
            notice.position().ifPresent(at -> table.put("line", at.line()).put("column", at.column()));
            table.put("key", notice.key().toString()).put("message", Secrets.mask(notice.message()));
            if (!notice.comments().isEmpty()) {
                List<TomlValue> comments = new ArrayList<>();
                notice.comments().forEach(comment -> comments.add(TomlValue.of(Secrets.mask(comment))));
                table.put("comments", new TomlArray(comments));
            }
            listed.add(table.build());
        }
        return new TomlArray(listed);
    }
}
