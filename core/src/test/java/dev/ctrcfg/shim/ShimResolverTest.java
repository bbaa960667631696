// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.ShimResolution.Found;
import dev.ctrcfg.shim.ShimResolution.How;
import dev.ctrcfg.shim.ShimResolution.Invalid;
import dev.ctrcfg.shim.ShimResolution.NotFound;
import dev.ctrcfg.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShimResolverTest {

    @TempDir
    private Path root;

    @BeforeEach
    void host() throws IOException {
        executable("/usr/bin/containerd-shim-runc-v2");
        executable("/opt/containerd/bin/containerd-shim-runc-v2");
        executable("/opt/kata/bin/containerd-shim-kata-v2");
        Files.createDirectories(root.resolve("usr/local/bin"));
    }

    private void executable(String path) throws IOException {
        Path file = plain(path);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path plain(String path) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private ShimResolver resolver(String release) {
        return new ShimResolver(ContainerdRelease.parse(release), ShimSearch.of(root));
    }

    private ShimResolution resolve(String release, String runtime) {
        return resolver(release).resolve(runtime);
    }

    @Test
    void putsTheOptFolderBeforeTheSearchPath() {
        Found found = new Found("/opt/containerd/bin/containerd-shim-runc-v2", How.SEARCH_PATH);
        ShimSearch withoutOpt = ShimSearch.of(root).withOptDirectory(Optional.empty());

        assertThat(resolve("2.1", "io.containerd.runc.v2")).isEqualTo(found);
        assertThat(new ShimResolver(ContainerdRelease.parse("2.1"), withoutOpt).resolve("io.containerd.runc.v2"))
                .isEqualTo(new Found("/usr/bin/containerd-shim-runc-v2", How.SEARCH_PATH));
    }

    @Test
    void looksIntoTheWorkingDirectoryFirst() throws IOException {
        plain("/containerd-shim-runc-v2");

        assertThat(resolve("2.1", "io.containerd.runc.v2"))
                .isEqualTo(new Found("/containerd-shim-runc-v2", How.WORKING_DIRECTORY));
        assertThat(resolve("1.4", "io.containerd.runc.v2"))
                .isEqualTo(new Found("/opt/containerd/bin/containerd-shim-runc-v2", How.SEARCH_PATH));
    }

    @Test
    void looksBesideContainerdLast() throws IOException {
        plain("/usr/libexec/containerd-shim-side-v1");
        ShimSearch search = ShimSearch.of(root).withContainerdDirectory("/usr/libexec");

        assertThat(new ShimResolver(ContainerdRelease.parse("1.7"), search).resolve("io.containerd.side.v1"))
                .isEqualTo(new Found("/usr/libexec/containerd-shim-side-v1", How.BESIDE_CONTAINERD));
    }

    @Test
    void prefersRuntimePathSinceOneSix() {
        Optional<String> path = Optional.of("/opt/kata/bin/containerd-shim-kata-v2");
        Found byPath = new Found("/opt/kata/bin/containerd-shim-kata-v2", How.ABSOLUTE_PATH);

        assertThat(resolver("1.6").resolve(RuntimeType.RUNC_V2, path)).isEqualTo(byPath);
        assertThat(resolver("1.5").resolve(RuntimeType.RUNC_V2, path)).isNotEqualTo(byPath);
        assertThat(resolver("2.1").resolve(RuntimeType.RUNC_V2, Optional.of("")))
                .isEqualTo(resolve("2.1", "io.containerd.runc.v2"));
    }

    @Test
    void followsLinksWithinTheHost() throws IOException {
        Files.createSymbolicLink(
                root.resolve("usr/local/bin/containerd-shim-kata-v2"),
                Path.of("/opt/kata/bin/containerd-shim-kata-v2"));
        Files.createSymbolicLink(
                root.resolve("usr/local/bin/containerd-shim-up-v2"),
                Path.of("../../../../../../../../opt/kata/bin/containerd-shim-kata-v2"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("sbin"), Path.of("usr/bin"));

        assertThat(resolve("2.1", "io.containerd.kata.v2"))
                .isEqualTo(new Found("/usr/local/bin/containerd-shim-kata-v2", How.SEARCH_PATH));
        assertThat(resolve("2.1", "io.containerd.up.v2"))
                .isEqualTo(new Found("/usr/local/bin/containerd-shim-up-v2", How.SEARCH_PATH));
        assertThat(resolve("2.1", "/sbin/../bin/containerd-shim-runc-v2"))
                .isEqualTo(new Found("/sbin/../bin/containerd-shim-runc-v2", How.ABSOLUTE_PATH));
        assertThat(((NotFound) resolve("2.1", "/loop")).reason())
                .isEqualTo("invalid custom binary path: stat /loop: too many levels of symbolic links");
    }

    @Test
    void saysWhyAPathLeadsNowhere() {
        assertThat(((NotFound) resolve("2.1", "/usr/bin/containerd-shim-runc-v2/x")).reason())
                .isEqualTo("invalid custom binary path: stat /usr/bin/containerd-shim-runc-v2/x: not a directory");
        assertThat(((NotFound) resolve("2.1", "/usr/bin/containerd-shim-runc-v2/")).reason())
                .endsWith("not a directory");
        assertThat(((NotFound) resolve("2.1", "/a\0b")).reason()).endsWith("invalid argument");
    }

    @Test
    void listsWhatItTried() {
        NotFound missing = (NotFound) resolve("2.1", "io.containerd.\"x.v2");

        assertThat(missing.tried())
                .startsWith("/containerd-shim-\"x-v2", "/opt/containerd/bin/containerd-shim-\"x-v2")
                .endsWith("/usr/bin/containerd-shim-\"x-v2");
        assertThat(missing.reason())
                .isEqualTo("runtime \"io.containerd.\\\"x.v2\" binary not installed \"containerd-shim-\\\"x-v2\":"
                        + " file does not exist");
    }

    @Test
    void wrapsErrorsAsPodsSeeThem() {
        assertThat(resolver("1.5").podError("x")).isEqualTo("x");
        assertThat(resolver("1.6").podError("x")).isEqualTo("failed to resolve runtime path: x");
    }

    @ParameterizedTest
    @CsvSource({
        "io.containerd.kata.v2, containerd-shim-kata-v2",
        "kata.v2, containerd-shim-kata-v2",
        "io.containerd.kata-v2, containerd-shim-containerd-kata-v2",
        "io.containerd..v2, containerd-shim--v2",
        "aws.firecracker, containerd-shim-aws-firecracker",
        "io.containerd.runc.options.v1, containerd-shim-options-v1"
    })
    void namesTheBinaryAfterTheLastTwoParts(String type, String binary) {
        assertThat(new RuntimeType(type).binary(ContainerdRelease.parse("2.1")).orElseThrow())
                .hasToString(binary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"runc", "", "containerd-shim-kata-v2"})
    void namesNoBinaryWithoutADot(String type) {
        assertThat(new RuntimeType(type).binary(ContainerdRelease.parse("1.4"))).isEmpty();
    }

    @Test
    void knowsTheRuntimeThatWasBuiltIn() {
        assertThat(RuntimeType.LINUX_V1.isBuiltInto(ContainerdRelease.parse("1.7")))
                .isTrue();
        assertThat(RuntimeType.LINUX_V1.isBuiltInto(ContainerdRelease.parse("2.0")))
                .isFalse();
        assertThat(RuntimeType.RUNC_V2.isBuiltInto(ContainerdRelease.parse("1.7")))
                .isFalse();
    }

    @Test
    void agreesWithTheRealResolver() throws IOException {
        JsonNode vectors = SharedData.json(SharedData.path("containerd", "shim", "shim-resolution.json"));
        Path base = Files.createDirectories(root.resolve("shimtest"));
        layOut(vectors.path("layout"), base);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (JsonNode vector : vectors.path("vectors")) {
            for (var result : vector.path("results").properties()) {
                compared++;
                compare(vector.path("runtime_type").asText(), result.getKey(), result.getValue(), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(600);
    }

    /** In the vectors the host's root is not part of the paths; {@code $BASE} is a folder right below it. */
    private void layOut(JsonNode layout, Path base) throws IOException {
        for (var folder : layout.path("executables").properties()) {
            for (JsonNode name : folder.getValue()) {
                executable(inBase(folder.getKey()) + "/" + name.asText());
            }
        }
        for (JsonNode file : layout.path("not_executable_files")) {
            Path path = plain(inBase(file.asText()));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
        for (JsonNode folder : layout.path("directories")) {
            Files.createDirectories(root.resolve(inBase(folder.asText()).substring(1)));
        }
        for (var link : layout.path("symlinks").properties()) {
            Path path = root.resolve(inBase(link.getKey()).substring(1));
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(link.getValue().asText()));
        }
        assertThat(base).isDirectory();
    }

    private static String inBase(String path) {
        return path.replace("$BASE", "/shimtest");
    }

    private void compare(String runtime, String release, JsonNode expected, List<String> wrong) {
        ContainerdRelease parsed = ContainerdRelease.parse(release);
        ShimSearch search = ShimSearch.of(root)
                .withOptDirectory(Optional.empty())
                .withSearchPath(List.of("/shimtest/path1", "/shimtest/path2"))
                .withWorkingDirectory("/shimtest/cwd")
                .withContainerdDirectory("/shimtest/self");
        ShimResolution resolution = new ShimResolver(parsed, search).resolve(inBase(runtime));
        String binary = new RuntimeType(inBase(runtime))
                .binary(parsed)
                .map(ShimBinary::fileName)
                .orElse("");
        boolean agrees = binary.equals(inBase(expected.path("binary_name").asText()))
                && describe(resolution).equals(describe(expected));
        if (!agrees) {
            wrong.add(release + " " + runtime + ": " + binary + " " + resolution + " but " + expected);
        }
    }

    private static String describe(ShimResolution resolution) {
        if (resolution instanceof Found found) {
            return "found " + found.path();
        }
        return resolution instanceof NotFound missing ? missing.reason() : ((Invalid) resolution).reason();
    }

    private static String describe(JsonNode expected) {
        return expected.path("error").isNull()
                ? "found " + inBase(expected.path("resolved").asText())
                : inBase(expected.path("error").asText());
    }
}
