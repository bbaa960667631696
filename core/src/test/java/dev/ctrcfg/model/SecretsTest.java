// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlValue;
import dev.ctrcfg.toml.UnifiedDiff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String REGISTRY = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".registry]
              # password = "commented"
              # The password of this account was 12 = twelve.
              [plugins."io.containerd.grpc.v1.cri".registry.headers]
                X-Token = ["one", "two"]
              [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
                endpoint = ["https://ann:s3cret@mirror.example/v2"]
              [plugins."io.containerd.grpc.v1.cri".registry.configs."h".auth]
                username = "ann"
                Password = "s3cret"
                auth = ""
                identitytoken = \"\"\"
            first
            second\"\"\" # kept
            [x]
              auth = { username = "ann", password = 's3cret' }
            """;

    private static final String SHOWN = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".registry]
              # password = ***
              # The password of this account was 12 = twelve.
              [plugins."io.containerd.grpc.v1.cri".registry.headers]
                X-Token = ***
              [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
                endpoint = ["https://***@mirror.example/v2"]
              [plugins."io.containerd.grpc.v1.cri".registry.configs."h".auth]
                username = "ann"
                Password = ***
                auth = ""
                identitytoken = ***
            ***
            *** # kept
            [x]
              auth = { username = "ann", password = *** }
            """;

    @Test
    void hidesSecretsInADiffOnAllItsLines() {
        TomlDocument before = TomlDocument.parse("");
        TomlEditor editor = TomlDocument.parse(REGISTRY).edit();
        TomlDocument full = editor.document();

        String added = UnifiedDiff.of("a", "b", before, List.of(insertion(REGISTRY)), Secrets.REDACTION);

        assertThat(full.text()).isEqualTo(REGISTRY);
        assertThat(added.lines().filter(line -> line.startsWith("+")).skip(1).map(line -> line.substring(1)))
                .containsExactlyElementsOf(SHOWN.lines().toList());
    }

    private static TextEdit insertion(String text) {
        return new TextEdit(new Span(0, 0), text);
    }

    @Test
    void showsThatASecretChangesAndNotWhatItIs() {
        TomlDocument document = TomlDocument.parse("user = 'ann'\npassword = 'old'\n");
        TomlEditor editor = document.edit().set(Key.of("password"), TomlValue.of("new"));

        String diff = UnifiedDiff.of("a", "b", document, editor.edits(), Secrets.REDACTION);

        assertThat(diff).isEqualTo("""
                --- a
                +++ b
                @@ -1,2 +1,2 @@
                 user = 'ann'
                -password = ***
                +password = ***
                """);
    }

    @Test
    void putsCaretsWhereTheyBelongInAMaskedLine() {
        TomlDocument document = TomlDocument.parse("auth = { password = 'long secret', username = 'ann' }\n");
        Key username = Key.of("auth", "username");

        String message = document.render("f", document.keySpanOf(username).orElseThrow(), "no", Secrets.REDACTION);

        assertThat(message).isEqualTo("""
                f:1:36: error: no
                auth = { password = ***, username = 'ann' }
                                         ^^^^^^^^""");
    }

    @Test
    void masksValuesOfATree() {
        TomlDocument document = TomlDocument.parse(REGISTRY);

        String masked = Secrets.mask(document.root()).toToml();

        assertThat(masked)
                .doesNotContain("s3cret", "one", "two", "first", "second")
                .contains("username = \"ann\"", "auth = \"\"", "https://***@mirror.example/v2");
    }

    @Test
    void knowsSecretsByTheirKeys() {
        assertThat(Secrets.isSecret(Key.parse("registry.configs.\"h\".auth.identityToken")))
                .isTrue();
        assertThat(Secrets.isSecret(Key.parse("host.\"https://h\".header.Authorization[0]")))
                .isTrue();
        assertThat(Secrets.isSecret(Key.parse("registry.configs.\"h\".auth.username")))
                .isFalse();
        assertThat(Secrets.isSecret(Key.parse("password.hint"))).isFalse();
        assertThat(Secrets.isSecret(Key.ROOT)).isFalse();
    }

    @Test
    void masksTextThatIsNoToml() {
        assertThat(Secrets.mask("f:1:1: error: unterminated string\n  configs.h.auth.password = \"s3cret\n  ^\n"))
                .isEqualTo("f:1:1: error: unterminated string\n  configs.h.auth.password = ***\n  ^\n");
        assertThat(Secrets.mask("{ username = 'ann', password = 's3cret' "))
                .isEqualTo("{ username = 'ann', password = ***");
        assertThat(Secrets.mask("mirror = ftp://ann:s3cret@host/x")).isEqualTo("mirror = ftp://***@host/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "007", "99999999999999999999", "12ab", "\"a\\qb\"", "{ auth = s3cret }"})
    void hidesWhatASyntaxErrorQuotesOfThem(String value) {
        TomlSyntaxException e =
                assertThrows(TomlSyntaxException.class, () -> TomlDocument.parse("\"password\" = " + value + "\n"));

        for (SyntaxError error : e.errors()) {
            assertThat(Secrets.mask(error).message())
                    .doesNotContain("s3cret", "007", "99999999", "12ab", "\\q")
                    .contains("***");
        }
    }

    @Test
    void leavesOtherSyntaxErrorsAsTheyAre() {
        TomlSyntaxException e = assertThrows(TomlSyntaxException.class, () -> TomlDocument.parse("root = s3cret\n"));

        assertThat(Secrets.mask(e.errors().get(0))).isEqualTo(e.errors().get(0));
    }
}
