// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeOptionsDecoderTest {

    private static final String KATA = "runtime_type = 'io.containerd.kata.v2'\n[options]\n";
    private static final String RUNC = "runtime_type = 'io.containerd.runc.v2'\n[options]\n";

    private static DecodedOptions decode(String release, String runtime) {
        return new RuntimeOptionsDecoder(ContainerdRelease.parse(release))
                .decode(TomlDocument.parse(runtime).root(), TomlTable.EMPTY);
    }

    private static DecodedOptions.Message message(String release, String runtime) {
        return (DecodedOptions.Message) decode(release, runtime);
    }

    private static String error(String release, String runtime) {
        return ((DecodedOptions.Refused) decode(release, runtime)).error();
    }

    @Test
    void dropsWhatRuncHasNoFieldFor() {
        DecodedOptions.Message message = message("2.1", RUNC + "SystemdCgroup = true\nbinary_name = 'crun'\n");

        assertThat(message.kind()).isEqualTo(OptionsKind.RUNC);
        assertThat(message.fields()).isEqualTo(TomlValue.parse("{ SystemdCgroup = true }"));
        assertThat(message.dropped()).containsExactly("binary_name");
        assertThat(message.configBody()).isEmpty();
    }

    @Test
    void carriesTheWholeTableOfOthersSinceOneSeven() {
        String runtime = KATA + "b = 'x'\na = 1\n[options.t]\nc = true\n";

        assertThat(message("1.6", runtime).dropped()).containsExactly("b", "a", "t");
        assertThat(message("1.7", runtime).configBody()).contains("a = 1\nb = \"x\"\n\n[t]\n  c = true\n");
        assertThat(message("2.1", runtime).configBody()).contains("a = 1\nb = 'x'\n\n[t]\nc = true\n");
        assertThat(message("2.1", runtime).dropped()).isEmpty();
    }

    @Test
    void dropsTheRestBesideAConfigPath() {
        DecodedOptions.Message message = message("2.1", KATA + "configpath = '/etc/kata.toml'\nSystemdCgroup = true\n");

        assertThat(message.fields()).isEqualTo(TomlValue.parse("{ ConfigPath = '/etc/kata.toml' }"));
        assertThat(message.configBody()).isEmpty();
        assertThat(message.dropped()).containsExactly("SystemdCgroup");
    }

    @Test
    void takesBytesAsBody() {
        String runtime = KATA + "ConfigPath = '/x'\nConfigBody = [104, 105]\n";

        assertThat(message("2.1", runtime).configBody()).contains("hi");
        assertThat(error("1.7", KATA + "ConfigBody = [300]\n")).isEqualTo("(0, 0): 300(int64) would overflow uint8");
        assertThat(error("1.7", KATA + "ConfigBody = ['a']\n")).isEqualTo("(0, 0): Can't convert a(string) to uint8");
        assertThat(error("2.1", KATA + "ConfigBody = [-1]\n"))
                .isEqualTo("toml: negative number -1 does not fit in an uint8");
    }

    @Test
    void readsTheOldSettingsOfTheBuiltInRuntime() {
        String runtime = "runtime_type = 'io.containerd.runtime.v1.linux'\nruntime_engine = 'crun'\n";
        TomlTable cri = TomlTable.builder().put("systemd_cgroup", true).build();
        DecodedOptions decoded = new RuntimeOptionsDecoder(ContainerdRelease.parse("1.7"))
                .decode(TomlDocument.parse(runtime).root(), cri);

        assertThat(((DecodedOptions.Message) decoded).fields())
                .isEqualTo(TomlValue.parse("{ Runtime = 'crun', SystemdCgroup = true }"));
        assertThat(decode("2.0", runtime)).isEqualTo(new DecodedOptions.None());
    }

    @Test
    void sendsNothingForAnEmptyTableSinceTwoZero() {
        assertThat(decode("2.0", KATA)).isEqualTo(new DecodedOptions.None());
        assertThat(message("1.7", KATA).fields()).isEqualTo(TomlTable.EMPTY);
        assertThat(decode("2.1", "runtime_type = 'x.y'\noptions = 3\n")).isInstanceOf(DecodedOptions.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "io.containerd.runc.v2, 2.1, RUNC, containerd.runc.v1.Options",
        "io.containerd.runc.v1, 1.7, RUNC, containerd.runc.v1.Options",
        "io.containerd.runc.v1, 2.0, GENERIC, runtimeoptions.v1.Options",
        "io.containerd.runtime.v1.linux, 1.7, LINUX, containerd.linux.runc.RuncOptions",
        "io.containerd.runtime.v1.linux, 2.0, GENERIC, runtimeoptions.v1.Options",
        "io.containerd.runhcs.v1, 2.0, RUNHCS, containerd.runhcs.v1.Options",
        "io.containerd.kata.v2, 1.4, GENERIC, cri.runtimeoptions.v1.Options",
        "io.containerd.runc.V2, 2.1, GENERIC, runtimeoptions.v1.Options",
        "io.containerd.kata.v2, 1.2, LINUX, containerd.linux.runc.RuncOptions"
    })
    void choosesTheMessageByTheExactType(String type, String release, OptionsKind kind, String message) {
        ContainerdRelease parsed = ContainerdRelease.parse(release);

        assertThat(OptionsKind.of(new RuntimeType(type), parsed)).isEqualTo(kind);
        assertThat(kind.messageName(parsed)).isEqualTo(message);
    }

    @Test
    void namesWrongTypesInTheWordsOfTheLibrary() {
        assertThat(error("1.7", RUNC + "BinaryName = ['a', 'b']\n"))
                .isEqualTo("(0, 0): Can't convert [a b]([]string) to string");
        assertThat(error("1.7", RUNC + "BinaryName = []\n"))
                .isEqualTo("(0, 0): Can't convert []([]interface {}) to a slice");
        assertThat(error("1.7", RUNC + "[options.BinaryName]\nx = 1\n"))
                .isEqualTo("(0, 0): Can't convert x = 1\n(*toml.Tree) to a tree");
        assertThat(error("1.7", RUNC + "IoUid = 1.5\n")).isEqualTo("(0, 0): Can't convert 1.5(float64) to uint32");
        assertThat(error("1.7", RUNC + "IoUid = 1e30\n")).isEqualTo("(0, 0): Can't convert 1e+30(float64) to uint32");
        assertThat(error("1.4", RUNC + "IoUid = 1.5\n"))
                .isEqualTo("toml: cannot load TOML value of type float64 into a Go integer");
        assertThat(error("2.1", RUNC + "BinaryName = ['a']\n"))
                .isEqualTo(
                        "toml: cannot decode TOML array into struct field options.Options.BinaryName of type string");
        assertThat(error("2.1", RUNC + "BinaryName = true\n")).isEqualTo("toml: cannot assign boolean to a true");
        assertThat(error("2.1", RUNC + "IoUid = 1.5\n")).isEqualTo("toml: float cannot be assigned to uint32");
        assertThat(error("2.1.9-deb", RUNC + "IoUid = -1\n"))
                .isEqualTo("toml: negative integer value -1 cannot be stored in uint32");
        assertThat(error("2.1", "runtime_type = 'io.containerd.runhcs.v1'\n[options]\nSandboxIsolation = 3000000000\n"))
                .isEqualTo("toml: number 3000000000 does not fit in an int32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f = 1.0|f = 1.0|f = 1.0",
                "f = 1e3|f = 1000.0|f = 1000.0",
                "f = 0.10000000149011612|f = 0.1|f = 0.10000000149011612",
                "f = inf|f = +inf|f = inf",
                "s = \"it's\"|s = \"it's\"|s = \"it's\"",
                "s = \"a\\tb\"|s = \"a\\tb\"|s = 'a\tb'",
                "s = \"\\u0001\"|s = \"\\u0001\"|s = \"\\u0001\"",
                "'a b' = 1|\"a b\" = 1|'a b' = 1",
                "t = 07:32:00|t = \"07:32:00\"|t = 07:32:00",
                "d = 1979-05-27T07:32:00Z|d = 1979-05-27T07:32:00Z|d = 1979-05-27T07:32:00Z"
            })
    void writesBodiesInTheWayOfTheLibrary(String options, String first, String second) {
        assertThat(message("1.7", KATA + options).configBody()).contains(first + "\n");
        assertThat(message("2.1", KATA + options).configBody()).contains(second + "\n");
    }

    @Test
    void writesTablesAmongOtherElementsOnlyWithTheSecondLibrary() {
        String options = KATA + "a = [1, { y = 1, x = [] }]\n";

        assertThat(message("2.1", options).configBody()).contains("a = [1, {x = [], y = 1}]\n");
        assertThat(error("1.7", options)).isEqualTo("cannot convert type map[string]interface {} to Tree");
        assertThat(error("1.5", KATA + "a = [[{}]]\n"))
                .isEqualTo("cannot convert type map[string]interface {} to Tree");
    }

    @Test
    void nestsTablesInBodies() {
        String options = "[options.b.c]\nx = 1\n[[options.a]]\ny = 1\n[[options.a]]\n[options.a.z]\n";

        assertThat(message("1.7", KATA + options).configBody())
                .contains("\n[[a]]\n  y = 1\n\n[[a]]\n\n  [a.z]\n\n[b]\n\n  [b.c]\n    x = 1\n");
        assertThat(message("2.1", KATA + options).configBody())
                .contains("[[a]]\ny = 1\n\n[[a]]\n[a.z]\n\n[b]\n[b.c]\nx = 1\n");
    }

    @Test
    void agreesWithContainerd() throws IOException {
        Path folder = SharedData.path("containerd", "options");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (var vector : SharedData.json(folder.resolve("options-decode.json")).properties()) {
            String file = Files.readString(folder.resolve("in").resolve(vector.getKey() + ".toml"));
            for (var result : vector.getValue().properties()) {
                if (!result.getValue().has("decode_error")) {
                    compared++;
                    compare(vector.getKey(), file, result.getKey(), result.getValue(), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(430);
    }

    private static void compare(String name, String file, String release, JsonNode expected, List<String> wrong) {
        DecodedOptions decoded = decode(release, file);
        String seen = describe(decoded);
        if (!seen.equals(describe(expected))) {
            wrong.add(name + " in " + release + ": " + seen + " but " + describe(expected));
        }
    }

    private static String describe(DecodedOptions decoded) {
        if (decoded instanceof DecodedOptions.Refused refused) {
            return refused.error();
        }
        if (decoded instanceof DecodedOptions.Message message) {
            TomlTable.Builder fields = TomlTable.builder();
            message.fields().entries().forEach((key, value) -> fields.put(snake(key), value));
            message.configBody().ifPresent(body -> fields.put("config_body_text", body));
            return goType(message.kind()) + sorted(fields.build());
        }
        return "none";
    }

    private static String describe(JsonNode expected) {
        if (expected.has("error")) {
            return expected.path("error").asText();
        }
        String type = expected.path("go_type").asText();
        if (type.equals("<nil>")) {
            return "none";
        }
        boolean generic = type.contains("runtimeoptions");
        return (generic ? "generic" : type) + sorted((TomlTable) SharedData.value(expected.path("value")));
    }

    private static String sorted(TomlTable table) {
        TomlTable.Builder sorted = TomlTable.builder();
        table.entries().keySet().stream()
                .sorted()
                .forEach(key -> sorted.put(key, table.get(key).orElseThrow()));
        return sorted.build().toToml();
    }

    private static String goType(OptionsKind kind) {
        return switch (kind) {
            case RUNC, RUNHCS -> "*options.Options";
            case LINUX -> "*runctypes.RuncOptions";
            case GENERIC -> "generic";
        };
    }

    private static String snake(String field) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            out.append(Character.isUpperCase(c) && out.length() > 0 ? "_" : "").append(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void decodesNothingWithoutOptions() {
        assertThat(decode("2.1", "runtime_type = 'io.containerd.runc.v2'")).isEqualTo(new DecodedOptions.None());
        assertThat(new RuntimeOptionsDecoder(ContainerdRelease.parse("1.7")).decode(TomlTable.EMPTY, TomlTable.EMPTY))
                .isEqualTo(new DecodedOptions.None());
    }
}
