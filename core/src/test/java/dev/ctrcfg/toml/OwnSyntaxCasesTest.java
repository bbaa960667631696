// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code testdata/toml}: documents with their values, and broken ones with the messages that they get. */
class OwnSyntaxCasesTest {

    static List<Path> valid() throws IOException {
        return documents("toml/valid");
    }

    static List<Path> invalid() throws IOException {
        return documents("toml/invalid");
    }

    private static List<Path> documents(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Shared.testdata(folder))) {
            return files.filter(f -> f.toString().endsWith(".toml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsTheValuesAndKeepsTheBytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        TomlDocument document = TomlDocument.parse(bytes);

        Path values = file.resolveSibling(file.getFileName().toString().replace(".toml", ".json"));
        assertThat(document.root()).isEqualTo(TaggedJson.read(new ObjectMapper().readTree(values.toFile())));
        assertThat(document.bytes()).isEqualTo(bytes);
        assertThat(document.apply(List.of())).isSameAs(document);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void reportsEveryFaultWithItsPlace(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();

        TomlSyntaxException thrown = catchThrowableOfType(TomlSyntaxException.class, () -> TomlDocument.parse(bytes));
        String rendered =
                thrown.errors().stream().map(e -> e.render(name) + "\n").collect(Collectors.joining());
        Path messages = file.resolveSibling(name.replace(".toml", ".err"));
        if (Boolean.getBoolean("ctrcfg.testdata.update")) {
            Files.writeString(messages, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(messages));
    }
}
