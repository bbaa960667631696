// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Before, operation, after: the collected traps of lossless editing, read where they stand beside the checkout. */
class TomlEditCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void editsEveryCaseByteForByte() throws IOException {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        try (Stream<Path> cases = Files.list(Shared.require("toml-edit-cases"))) {
            for (Path folder : cases.filter(Files::isDirectory).sorted().toList()) {
                count++;
                String fault = check(folder);
                if (!fault.isEmpty()) {
                    wrong.add(folder.getFileName() + ":\n" + fault);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isPositive();
    }

    private static String check(Path folder) throws IOException {
        JsonNode about = JSON.readTree(folder.resolve("case.json").toFile());
        TomlVersion version = about.get("toml").asText().equals("1.1") ? TomlVersion.V1_1 : TomlVersion.V1_0;
        byte[] before = Files.readAllBytes(folder.resolve("before.toml"));
        boolean refuse = about.get("expect").asText().equals("refuse");
        try {
            TomlDocument document = TomlDocument.parse(before, TomlOptions.DEFAULT.with(version));
            TomlEditor editor = document.edit();
            JSON.readTree(folder.resolve("ops.json").toFile()).forEach(op -> apply(editor, op));
            byte[] after = editor.document().bytes();
            if (refuse) {
                return "not refused";
            }
            assertThat(document.apply(editor.edits()).bytes()).isEqualTo(after);
            assertThat(editor.document().apply(editor.inverse()).bytes()).isEqualTo(before);
            return accepted(folder, after) ? "" : new String(after, StandardCharsets.UTF_8);
        } catch (EditConflictException | TomlSyntaxException e) {
            return refuse ? "" : e.toString();
        }
    }

    private static boolean accepted(Path folder, byte[] result) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("after"))
                    .toList()) {
                if (java.util.Arrays.equals(Files.readAllBytes(file), result)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void apply(TomlEditor editor, JsonNode op) {
        Key key = op.has("path") ? key(op.get("path")) : Key.ROOT;
        switch (op.get("op").asText()) {
            case "noop" -> {}
            case "set" -> editor.set(key, SharedData.value(op.get("value")));
            case "delete" -> editor.remove(key);
            case "append" -> editor.append(key, SharedData.value(op.get("value")));
            case "insert" -> editor.insert(key, op.get("index").asInt(), SharedData.value(op.get("value")));
            case "insert-table", "merge" -> editor.merge(key, (TomlTable) SharedData.value(op.get("value")));
            case "rename" -> editor.rename(key, op.get("to").asText());
            case "set-comment" ->
                editor.setTrailingComment(key, op.get("trailing").asText());
            default -> throw new IllegalArgumentException(op.toString());
        }
    }

    private static Key key(JsonNode path) {
        Key key = Key.ROOT;
        for (JsonNode part : path) {
            key = part.isInt() ? key.child(part.asInt()) : key.child(part.asText());
        }
        return key;
    }
}
