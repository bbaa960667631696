// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The toml-test suite, read where it stands beside the checkout. */
class TomlTestSuiteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void readsEveryValidDocumentWithItsValuesAndPrintsItBack(TomlVersion version) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> files = files(version, "valid/");
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String fault = check(file, bytes, version);
            if (!fault.isEmpty()) {
                wrong.add(file.getFileName() + ": " + fault);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).hasSize(version == TomlVersion.V1_0 ? 210 : 220);
    }

    private static String check(Path file, byte[] bytes, TomlVersion version) throws IOException {
        try {
            TomlDocument document = TomlDocument.parse(bytes, TomlOptions.DEFAULT.with(version));
            Path json = Path.of(file.toString().replaceAll("toml$", "json"));
            TomlValue expected = TaggedJson.read(JSON.readTree(json.toFile()));
            assertThat(document.bytes()).isEqualTo(bytes);
            return document.root().equals(expected) ? "" : "read " + document.root() + ", expected " + expected;
        } catch (TomlSyntaxException e) {
            return e.errors().get(0).render("");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryInvalidDocument(TomlVersion version) throws IOException {
        List<Path> files = files(version, "invalid/");
        List<Path> accepted = new ArrayList<>();
        for (Path file : files) {
            try {
                TomlDocument.parse(Files.readAllBytes(file), TomlOptions.DEFAULT.with(version));
                accepted.add(file);
            } catch (TomlSyntaxException e) {
                assertThat(e.errors()).isNotEmpty();
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(files).hasSize(version == TomlVersion.V1_0 ? 499 : 492);
    }

    private static List<Path> files(TomlVersion version, String kind) {
        Path tests = Shared.require("toml-test").resolve("tests");
        try {
            return Files.readAllLines(tests.resolve("files-toml-" + version + ".0")).stream()
                    .filter(line -> line.startsWith(kind) && line.endsWith(".toml"))
                    .map(tests::resolve)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
