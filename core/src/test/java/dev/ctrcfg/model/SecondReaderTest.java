// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Documents;
import dev.ctrcfg.toml.TomlDocument;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SecondReaderTest {

    @Test
    void agreesOnEveryTypeOfValue() {
        TomlDocument document = TomlDocument.parse("""
                s = "a\\u00e9\\n"
                i = [0x10, -1_000, 9223372036854775807]
                f = [1.5, -0.0, 1e300, inf, nan]
                b = true
                d = [1979-05-27T07:32:00Z, 1979-05-27T07:32:00.5, 1979-05-27, 07:32:00]
                t = { a.b = 'c' }
                [[x]]
                [x.y]
                z = ""
                """);

        assertThat(SecondReader.refusal(document)).isEmpty();
        assertThat(SecondReader.disagreement(document)).isEmpty();
    }

    @Test
    void saysWhyItCannotReadADocument() {
        TomlDocument document = TomlDocument.parse("\ufeffversion = 2\n");

        assertThat(SecondReader.refusal(document)).isPresent();
    }

    @Provide
    Arbitrary<String> documents() {
        return Documents.documents();
    }

    @Property(tries = 200)
    void agreesWithTheEngineOnWhateverItReads(@ForAll("documents") String text) {
        TomlDocument document = TomlDocument.parse(text);

        if (SecondReader.refusal(document).isEmpty()) {
            assertThat(SecondReader.disagreement(document)).isEmpty();
        }
    }
}
