// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds what {@code ctrcfg lint -o sarif} prints against the official schema. */
class SarifSchemaTest {

    @Test
    void isValidForTheFindingsOfEveryRule() throws IOException {
        String report = report(Shared.testdata("lint").toString());

        assertThat(report).contains("\"fixes\"", "\"partialFingerprints\"", "\"unknown-key\"");
        assertThat(JsonSchemas.errors(schema(), report)).isEmpty();
    }

    @Test
    void isValidWithoutFindings() throws IOException {
        Path clean = Shared.testdata("cli/lint-clean");

        assertThat(JsonSchemas.errors(schema(), report(clean.toString()))).isEmpty();
    }

    @Test
    void isHeldAgainstASchemaThatRefuses() throws IOException {
        String broken = report(Shared.testdata("cli/lint-clean").toString()).replace("\"2.1.0\"", "\"2.2.0\"");

        assertThat(JsonSchemas.errors(schema(), broken)).isNotEmpty();
    }

    private static String report(String file) {
        StringWriter out = new StringWriter();
        int exitCode = Ctrcfg.run(
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "lint",
                "--exit-zero",
                "-o",
                "sarif",
                file);
        assertThat(exitCode).isZero();
        return out.toString();
    }

    private static String schema() throws IOException {
        String name = "schema/sarif-schema-2.1.0.json";
        try (InputStream in = Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
