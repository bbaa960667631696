// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TomlDialectTest {

    @ParameterizedTest
    @EnumSource
    void predictsWhatTheReaderMadeOfEachMeasuredSnippet(TomlDialect dialect) throws IOException {
        Path folder = Shared.require("toml-dialect");
        JsonNode matrix =
                new ObjectMapper().readTree(folder.resolve("matrix.json").toFile());
        // The columns of the matrix are the readers in the order of the dialects.
        int column = List.of(TomlDialect.values()).indexOf(dialect);
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : matrix) {
            String name = row.get(0).asText();
            byte[] snippet = Files.readAllBytes(folder.resolve("snip/" + name + ".toml"));
            boolean accepted = row.get(1).get(column).asText().equals("ok");
            if (accepts(dialect, snippet) != accepted) {
                wrong.add(name + " is " + row.get(1).get(column));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(matrix.size()).isEqualTo(78);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "BURNTSUSHI_0_3 -> a.b = 1 -> DOTTED_KEY",
                "BURNTSUSHI_0_3 -> a = [1, 2.0] -> MIXED_ARRAY",
                "BURNTSUSHI_0_3 -> a = 0xff -> PREFIXED_INTEGER",
                "GO_TOML_V1_9 -> a = 1979-05-27 -> LOCAL_DATE_WITHOUT_BLANK",
                "GO_TOML_V1_9 -> a = [1979-05-27] -> LOCAL_DATE_WITHOUT_BLANK",
                "GO_TOML_V1_9 -> a = { b = 1979-05-27, c = 1 } -> LOCAL_DATE_WITHOUT_BLANK",
                "GO_TOML_V1_9 -> a = 1979-05-27# new -> LOCAL_DATE_WITHOUT_BLANK",
                "GO_TOML_V1_9 -> a = 0e2 -> ZERO_WITH_EXPONENT",
                "GO_TOML_V1_9 -> a = { b = 1, } -> TRAILING_COMMA_IN_INLINE_TABLE",
                "GO_TOML_V2_2 -> a = 07:32 -> TIME_WITHOUT_SECONDS",
                "GO_TOML_V2_3 -> a = \"\\x41\" -> ESCAPE_X",
            })
    void namesTheConstructThatAReaderRefuses(TomlDialect dialect, String line, TomlDialect.Construct construct) {
        TomlDocument document = TomlDocument.parse(line, dialect.options());

        assertThat(dialect.refusals(document))
                .extracting(TomlDialect.Refusal::construct)
                .containsExactly(construct);
        assertThat(TomlDialect.GO_TOML_V2_4.refusals(document)).isEmpty();
    }

    @Test
    void readsOverWhatOldReadersReadOver() {
        byte[] latin1 = "root = \"/caf\u00e9\" # caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        TomlDocument document = TomlDocument.parse(latin1, TomlDialect.GO_TOML_V1_9.options());

        assertThat(document.faults()).extracting(SyntaxError::kind).containsOnly(SyntaxError.Kind.INVALID_UTF_8);
        assertThat(document.contains(Key.of("root"))).isTrue();
        assertThat(accepts(TomlDialect.GO_TOML_V2_2, latin1)).isFalse();
    }

    private static boolean accepts(TomlDialect dialect, byte[] bytes) {
        try {
            return dialect.refusals(TomlDocument.parse(bytes, dialect.options()))
                    .isEmpty();
        } catch (TomlSyntaxException e) {
            return false;
        }
    }
}
