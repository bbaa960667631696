// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the classes that the runtime image has to load from elsewhere than its archive: each costs its user time. */
class ClassLoadingIT {

    private static final Path IMAGE = Path.of("target/image").toAbsolutePath();

    /** The script of the image, beside a java that writes down which classes it loads. */
    private static final Path LOGGING =
            Path.of("target/logging-image/bin/ctrcfg").toAbsolutePath();

    private static final Path CASES = Shared.testdata("cli");

    /** What scripts and editors call again and again. */
    private static final Set<String> OFTEN_CALLED = Set.of("patch", "lint", "get", "shim");

    /**
     * The JDK records that a directory was synchronized, that a program was started, and that something was hashed for
     * its fingerprint, by a kind of class that no archive takes.
     */
    private static final Set<String> EVENTS = Set.of(
            "jdk.internal.event.Event",
            "jdk.internal.event.FileForceEvent",
            "jdk.internal.event.ProcessStartEvent",
            "jdk.internal.event.SecurityProviderServiceEvent");

    @TempDir
    Path directory;

    @BeforeAll
    static void makeLoggingImage() throws IOException {
        ImageIT.requireAnImage();
        Path bin = Files.createDirectories(LOGGING.getParent());
        Files.copy(IMAGE.resolve("bin/ctrcfg"), LOGGING, COPY_ATTRIBUTES, REPLACE_EXISTING);
        Files.deleteIfExists(bin.resolveSibling("lib"));
        Files.createSymbolicLink(bin.resolveSibling("lib"), IMAGE.resolve("lib"));
        String java = "#!/bin/sh\nexec '" + IMAGE + "/bin/java' -Xlog:class+load:file=\"$LOADED_CLASSES\" \"$@\"\n";
        Files.setPosixFilePermissions(
                Files.writeString(bin.resolve("java"), java), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static List<String> casesOfOftenCalledCommands() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> OFTEN_CALLED.contains(name.split("-", 2)[0]))
                    .filter(ClassLoadingIT::isWithoutBinding)
                    .sorted()
                    .toList();
        }
    }

    /** YAML, patches in JSON and a second reader are rare, and the libraries for them are large. */
    private static boolean isWithoutBinding(String name) {
        try (Stream<Path> files = Files.walk(CASES.resolve(name))) {
            String args = Files.readString(CASES.resolve(name).resolve("args"));
            return files.noneMatch(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    && !args.contains("yaml")
                    && !args.contains("--verify");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> defaultConfigurations() throws IOException {
        try (Stream<Path> folders = Files.list(Shared.testdata("config"))) {
            return folders.map(folder -> folder.resolve("config.toml")).filter(Files::exists).toList().stream();
        }
    }

    /** All that an archive holds is loaded at every start. */
    @Test
    void theArchivesHoldNothingThatFewNeed() throws Exception {
        loadedFromElsewhere(Path.of("/dev/null"), List.of("presets"));
        String ofAll = Files.readString(directory.resolve("loaded-classes"));
        loadedFromElsewhere(Path.of("/dev/null"), List.of("--version"));
        String ofFrequent = Files.readString(directory.resolve("loaded-classes"));

        assertThat(ofAll)
                .contains(" dev.ctrcfg.toml.TomlDocument ", " dev.ctrcfg.lint.Linter ")
                .doesNotContain(" com.fasterxml.jackson.databind.ObjectMapper ", " org.yaml.snakeyaml.parser.");
        assertThat(ofFrequent)
                .contains(" dev.ctrcfg.toml.TomlDocument ", " dev.ctrcfg.cli.PatchCommand ")
                .doesNotContain(" dev.ctrcfg.lint.Linter ", " com.fasterxml.jackson.");
    }

    /** What the small archive lacks comes from the other one. */
    @ParameterizedTest
    @ValueSource(strings = {"patch.yaml", "patch.json"})
    void patchesInOtherLanguagesStartWithTheArchiveOfAllCommands(String name) throws Exception {
        Path config = Files.writeString(directory.resolve("config.toml"), "version = 2\n");
        Path patch = Files.writeString(directory.resolve(name), "{\"root\": \"/data\"}\n");

        loadedFromElsewhere(Path.of("/dev/null"), List.of("patch", config.toString(), "--patch", patch.toString()));

        assertThat(config).content().isEqualTo("version = 2\nroot = \"/data\"\n");
        assertThat(directory.resolve("loaded-classes"))
                .content()
                .containsPattern(" com.fasterxml.jackson.core.JsonFactory source: shared objects file");
    }

    @ParameterizedTest
    @MethodSource("casesOfOftenCalledCommands")
    void allClassesOfACaseAreInTheArchive(String name) throws Exception {
        CliCase given = CliCase.read(CASES.resolve(name));
        for (Map.Entry<String, String> file : given.files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), ISO_8859_1);
        }
        Path stdin = Files.writeString(directory.resolve("stdin-of-the-case"), given.stdin(), ISO_8859_1);

        List<String> line = given.args().stream()
                .map(arg -> arg.replace("$DIR", directory.toString()))
                .toList();
        assertThat(loadedFromElsewhere(stdin, line)).as(name).isEmpty();
    }

    /** The archive was not made from these. */
    @ParameterizedTest
    @MethodSource("defaultConfigurations")
    void allClassesForAPatchOfADefaultConfigurationAreInTheArchive(Path defaults) throws Exception {
        Path config = Files.copy(defaults, directory.resolve("config.toml"));
        Path fragment = Files.writeString(directory.resolve("fragment.toml"), "[debug]\n  level = \"debug\"\n");

        List<String> line = List.of("patch", config.toString(), "--patch", fragment.toString());

        assertThat(loadedFromElsewhere(Path.of("/dev/null"), line)).isEmpty();
        assertThat(config).content().containsPattern("level = .debug.");
    }

    @ParameterizedTest
    @EnumSource
    void allClassesForHelpAreInTheArchive(Subcommands command) throws Exception {
        assertThat(loadedFromElsewhere(Path.of("/dev/null"), List.of(command.word(), "--help")))
                .isEmpty();
    }

    @Test
    void allClassesForTheFirstHelpAreInTheArchive() throws Exception {
        assertThat(loadedFromElsewhere(Path.of("/dev/null"), List.of("--help"))).isEmpty();
    }

    private Set<String> loadedFromElsewhere(Path stdin, List<String> args) throws Exception {
        Path log = directory.resolve("loaded-classes");
        List<String> line = new ArrayList<>(List.of(LOGGING.toString()));
        line.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectInput(stdin.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LOADED_CLASSES", log.toString());
        builder.start().waitFor();
        Set<String> classes = new TreeSet<>();
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).hasSizeGreaterThan(400);
        for (String entry : loaded) {
            if (!entry.contains("source: shared objects file")) {
                classes.add(entry.replaceFirst("^.*\\[class,load *\\] ", "").replaceFirst(" source:.*", ""));
            }
        }
        classes.removeAll(EVENTS);
        return classes;
    }
}
