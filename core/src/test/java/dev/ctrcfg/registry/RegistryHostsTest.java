// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoUrl;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHostsTest {

    /** Files of a real folder, or of a map from paths to texts. */
    private record TestFiles(Map<String, String> texts) implements RegistryFiles {

        @Override
        public boolean exists(String path) {
            return texts.containsKey(path + "/hosts.toml") || Files.exists(Path.of(path));
        }

        @Override
        public Optional<byte[]> read(String path) {
            String text = texts.get(path);
            if (text != null) {
                return Optional.of(text.getBytes(StandardCharsets.UTF_8));
            }
            try {
                return Files.exists(Path.of(path)) ? Optional.of(Files.readAllBytes(Path.of(path))) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static RegistryHosts reader(String release, String hosts) {
        return new RegistryHosts(
                ContainerdRelease.parse(release), new TestFiles(Map.of("/certs.d/r.example.com/hosts.toml", hosts)));
    }

    private static List<String> urls(String release, String hosts) {
        return reader(release, hosts).hosts("/certs.d", "r.example.com").stream()
                .map(RegistryHost::url)
                .toList();
    }

    @Test
    void asksMirrorsInOrderAndTheServerLast() {
        String file = "server = 'up.example.com'\n[host.'https://b.example.com']\n[host.'https://a.example.com/p/']\n";

        assertThat(urls("2.1", file))
                .containsExactly("https://b.example.com/v2", "https://a.example.com/p/v2", "https://up.example.com/v2");
        assertThat(urls("2.1", "[host.'a']\n")).containsExactly("https://a/v2", "https://r.example.com/v2");
    }

    @Test
    void followsHeadersOnlySinceTwoZero() {
        String inline = "host = { 'https://a' = { capabilities = ['pull'] } }\n";
        String split = "[host.a]\n[host.b]\n[host.a.header]\nX = '1'\n";

        assertThat(urls("1.7", inline)).containsExactly("https://a/v2", "https://r.example.com/v2");
        assertThat(urls("2.0", inline)).containsExactly("https://r.example.com/v2");
        assertThat(urls("1.7", split)).containsExactly("https://a/v2", "https://b/v2", "https://r.example.com/v2");
        assertThat(urls("2.0", split))
                .containsExactly("https://a/v2", "https://b/v2", "https://a/v2", "https://r.example.com/v2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server = 3",
                "[host.'https://a'\n",
                "host = 3",
                "[host.a]\ncapabilities = ['fetch']",
                "[host.a]\ncapabilities = 'pull'",
                "[host.a]\nskip_verify = 'yes'",
                "[host.a]\nca = 3",
                "[host.a]\nca = [3]",
                "[host.a]\nclient = [[3]]",
                "[host.a.header]\nX = 5",
                "[host.'http://a:x']",
                "[host.a]\ndial_timeout = '3'"
            })
    void ignoresTheWholeFileForOneFault(String file) {
        ContainerdRelease release = ContainerdRelease.parse("2.1");

        assertThat(HostsFile.read(file.getBytes(StandardCharsets.UTF_8), release))
                .isInstanceOf(HostsFile.Ignored.class);
        assertThat(urls("2.1", "server = 'https://s'\n" + (file.startsWith("server") ? "x=" : "") + file))
                .containsExactly("https://r.example.com/v2");
    }

    @Test
    void takesFilesInEveryForm() {
        String file = "[host.a]\nca = 'x'\nclient = ['a', ['b', 'c']]\n[host.b]\nca = ['x', 'y']\nclient = 'z'\n";

        assertThat(urls("2.1", file)).hasSize(3);
    }

    @Test
    void offersReferrersSinceTwoTwo() {
        String file = "[host.a]\ncapabilities = ['Referrers']\n";
        List<RegistryHost> hosts = reader("2.2", file).hosts("/certs.d", "r.example.com");

        assertThat(hosts.get(0).capabilities()).isEqualTo(Set.of(Capability.REFERRERS));
        assertThat(urls("2.1", file)).containsExactly("https://r.example.com/v2");
    }

    @Test
    void looksForTheFolderOfAHost() {
        RegistryFiles files = new TestFiles(Map.of("/b/r_5000_/hosts.toml", "", "/a/_default/hosts.toml", ""));
        ContainerdRelease recent = ContainerdRelease.parse("1.6.17");

        assertThat(new RegistryHosts(recent, files).folder("/b/:/a", "r:5000")).contains("/b/r_5000_");
        assertThat(new RegistryHosts(recent, files).folder("/a:/b", "r:5000")).contains("/a/_default");
        assertThat(new RegistryHosts(ContainerdRelease.parse("1.6.16"), files).folder("/a:/b", "r:5000"))
                .contains("/b/r_5000_");
        assertThat(new RegistryHosts(recent, files).folder("", "r:5000")).isEmpty();
    }

    @Test
    void isOnlyForReleasesWithAConfigPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> reader("1.4", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:5000, true",
        "127.0.0.1, true",
        "127.1.2.3:80, true",
        "[::1]:5000, true",
        "::1, true",
        "127.example.com, false",
        "example.com, false",
        "localhost.example.com, false"
    })
    void knowsThisMachine(String host, boolean local) {
        assertThat(GoUrl.isLocal(host)).isEqualTo(local);
    }

    @Test
    void agreesWithContainerd() {
        Path folder = SharedData.path("containerd", "registry");
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (var vector : SharedData.json(folder.resolve("hosts-toml.json"))
                .path("result")
                .properties()) {
            for (var result : vector.getValue().properties()) {
                compared++;
                compare(folder, vector.getKey(), result.getKey(), result.getValue(), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(200);
    }

    private static void compare(Path folder, String name, String release, JsonNode expected, List<String> wrong) {
        int blank = name.indexOf(' ');
        List<String> roots = new ArrayList<>();
        for (String root : name.substring(0, blank).split(":", -1)) {
            roots.add(folder.resolve(root).toAbsolutePath().normalize().toString());
        }
        List<RegistryHost> hosts = new RegistryHosts(ContainerdRelease.parse(release), new TestFiles(Map.of()))
                .hosts(String.join(":", roots), name.substring(blank + 1));
        String seen = describe(hosts);
        if (!seen.equals(describe(expected.path("hosts")))) {
            wrong.add(release + " " + name + ": " + seen + " but " + expected);
        }
    }

    /** The vectors do not show referrers. */
    private static String describe(List<RegistryHost> hosts) {
        StringBuilder out = new StringBuilder();
        for (RegistryHost host : hosts) {
            List<String> capabilities = host.capabilities().stream()
                    .filter(capability -> capability != Capability.REFERRERS)
                    .map(Capability::toString)
                    .sorted()
                    .toList();
            out.append(host.url()).append(capabilities).append(new TreeMap<>(host.headers()));
        }
        return out.toString();
    }

    private static String describe(JsonNode hosts) {
        StringBuilder out = new StringBuilder();
        for (JsonNode host : hosts) {
            List<String> capabilities = new ArrayList<>();
            host.path("capabilities").forEach(capability -> capabilities.add(capability.asText()));
            Map<String, List<String>> headers = new TreeMap<>();
            host.path("header").properties().forEach(header -> {
                List<String> values = new ArrayList<>();
                header.getValue().forEach(value -> values.add(value.asText()));
                headers.put(header.getKey(), values);
            });
            out.append(host.path("url").asText()).append(capabilities).append(headers);
        }
        return out.toString();
    }

    @Test
    void addsTheRegistryToItsMirrors() {
        TomlTable registry = TomlDocument.parse("[mirrors.'*']\nendpoint = ['m.example.com', '127.0.0.1:5000/x']\n")
                .root();

        assertThat(InlineMirrors.endpoints(registry, "docker.io"))
                .containsExactly("https://m.example.com", "http://127.0.0.1:5000/x", "https://registry-1.docker.io");
        assertThat(InlineMirrors.endpoints(TomlTable.EMPTY, "localhost:5000")).containsExactly("http://localhost:5000");
    }

    @Test
    void agreesWithContainerdOnMirrors() {
        JsonNode data = SharedData.json(SharedData.path("containerd", "registry", "inline-mirrors.json"));
        TomlTable.Builder mirrors = TomlTable.builder();
        data.path("mirrors")
                .properties()
                .forEach(mirror -> mirrors.put(
                        mirror.getKey(),
                        TomlTable.builder()
                                .put("endpoint", SharedData.value(mirror.getValue()))
                                .build()));
        TomlTable registry = TomlTable.builder().put("mirrors", mirrors.build()).build();
        for (var vector : data.path("endpoints").properties()) {
            for (JsonNode expected : vector.getValue()) {
                assertThat(endpoints(registry, vector.getKey())).isEqualTo(expected.toString());
            }
        }
    }

    private static String endpoints(TomlTable registry, String host) {
        try {
            return "{\"endpoints\":[\"" + String.join("\",\"", InlineMirrors.endpoints(registry, host)) + "\"]}";
        } catch (IllegalArgumentException e) {
            return "{\"error\":\"" + String.valueOf(e.getMessage()).replace("\"", "\\\"") + "\"}";
        }
    }
}
