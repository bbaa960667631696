// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the runtime image, and looks into the packages made of it. */
class ImageIT {

    private static final Path IMAGE = Path.of("target/image").toAbsolutePath();
    private static final String MAIN = "dev.ctrcfg.cli/dev.ctrcfg.cli.Main";

    @TempDir
    Path directory;

    private Path config;
    private Path fragment;

    @BeforeAll
    static void requireAnImage() {
        if (Files.isExecutable(IMAGE.resolve("bin/ctrcfg"))) {
            return;
        }
        String reason = "no JDK of this machine could link an image into " + IMAGE;
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        abort(reason);
    }

    @BeforeEach
    void writeFiles() throws IOException {
        config = Files.writeString(directory.resolve("config.toml"), "version = 2\n");
        fragment = Files.writeString(directory.resolve("fragment.toml"), "root = \"/data\"\n");
    }

    private Programs.Result patchToOutput(Path image) throws Exception {
        return Programs.execute(
                image.resolve("bin/ctrcfg").toString(),
                "patch",
                config.toString(),
                "--patch",
                fragment.toString(),
                "--write",
                "-");
    }

    private static void prints(Programs.Result result) {
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("version = 2\nroot = \"/data\"\n");
    }

    /** The archive that the JVM finds, and the small one that the script names. */
    private static void hasItsArchives(Path image) throws Exception {
        for (String name : List.of("classes.jsa", "patch.jsa")) {
            String java = image.resolve("bin/java").toString();
            String archive =
                    "-XX:SharedArchiveFile=" + image.resolve("lib/server").resolve(name);
            assertThat(Programs.execute(java, "-Xshare:on", archive, "-m", MAIN, "--version"))
                    .extracting(Programs.Result::exitCode)
                    .isEqualTo(0);
        }
        assertThat(Programs.execute(image.resolve("bin/java").toString(), "-Xshare:on", "-m", MAIN, "--version"))
                .extracting(Programs.Result::exitCode)
                .isEqualTo(0);
    }

    private Path copy() throws Exception {
        Path copy = directory.resolve("elsewhere");
        Programs.run("cp", "-r", IMAGE.toString(), copy.toString());
        return copy;
    }

    @Test
    void runsWithoutAJreAndWithoutAPath() throws Exception {
        assertThat(Programs.run("env", "-i", IMAGE.resolve("bin/ctrcfg").toString(), "--version"))
                .startsWith("ctrcfg ");
    }

    @Test
    void runsThroughALinkAndFromAnyPlace() throws Exception {
        Path moved = copy();
        Path link = Files.createSymbolicLink(directory.resolve("ctrcfg"), moved.resolve("bin/ctrcfg"));

        hasItsArchives(moved);
        assertThat(Programs.run(link.toString(), "--version")).startsWith("ctrcfg ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes.jsa", "patch.jsa"})
    void keepsStandardOutputCleanWhateverBecameOfAnArchive(String name) throws Exception {
        Path broken = copy();
        Path archive = broken.resolve("lib/server").resolve(name);
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.truncate(1 << 20);
        }
        prints(patchToOutput(broken));
        Files.delete(archive);
        prints(patchToOutput(broken));
    }

    @Test
    void doesNotListenToTheOptionsOfOtherPrograms() throws Exception {
        Programs.Result result = Programs.execute(
                "env",
                "JAVA_TOOL_OPTIONS=-Xmx1g",
                "JDK_JAVA_OPTIONS=-Xshare:off",
                "_JAVA_OPTIONS=-verbose",
                IMAGE.resolve("bin/ctrcfg").toString(),
                "--version");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("ctrcfg ").hasLineCount(1);
    }

    /** With the quarter of a large machine's memory that is the default, pointers are long and the archive does not fit. */
    @Test
    void hasItsSettingsBuiltIn() throws Exception {
        String flags = Programs.run(IMAGE.resolve("bin/java").toString(), "-XX:+PrintFlagsFinal", "-m", MAIN, "-V");

        assertThat(flags)
                .containsPattern("MaxHeapSize *= 268435456 ")
                .containsPattern("UseSerialGC *= true ")
                .containsPattern("UsePerfData *= false ")
                .containsPattern("TieredStopAtLevel *= 1 ")
                .containsPattern("AutoCreateSharedArchive *= false ");
    }

    @Test
    void fitsIntoADebianPackageOfTwentyFiveMegabytes() throws Exception {
        Path packages = packageFile(".deb");
        assertThat(Files.size(packages)).isLessThanOrEqualTo(25_000_000);

        String content = Programs.run("dpkg-deb", "--contents", packages.toString());

        assertThat(content)
                .contains(
                        " ./usr/bin/ctrcfg\n",
                        " ./usr/lib/ctrcfg/lib/server/classes.jsa\n",
                        " ./usr/lib/ctrcfg/lib/server/patch.jsa\n",
                        " ./usr/share/man/man1/ctrcfg.1.gz\n",
                        " ./usr/share/man/man1/ctrcfg-patch.1.gz\n",
                        " ./usr/share/bash-completion/completions/ctrcfg\n",
                        " ./usr/share/zsh/vendor-completions/_ctrcfg\n",
                        " ./usr/share/fish/vendor_completions.d/ctrcfg.fish\n",
                        " ./usr/share/doc/ctrcfg/copyright\n");
        assertThat(content.lines()).allMatch(line -> line.contains(" root/root "));
    }

    @Test
    void theDebianPackageWorksUnpackedBelowAnyDirectory(@TempDir Path root) throws Exception {
        Programs.run("dpkg-deb", "--extract", packageFile(".deb").toString(), root.toString());
        Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("usr/bin/ctrcfg"));

        assertThat(Programs.run(root.resolve("usr/bin/ctrcfg").toString(), "--version"))
                .startsWith("ctrcfg ");
        assertThat(Programs.run(link.toString(), "--version")).startsWith("ctrcfg ");
    }

    @Test
    void theArchiveOfThePackageUnpacksIntoOneFolder() throws Exception {
        Path archive = packageFile(".tar.gz");

        String content = Programs.run("tar", "-tzf", archive.toString());

        String folder = archive.getFileName().toString().replace(".tar.gz", "/");
        assertThat(content.lines()).allMatch(line -> line.startsWith(folder));
        assertThat(content).contains(folder + "bin/ctrcfg\n");
    }

    @Test
    void theManualIsWellFormed() throws Exception {
        try (Stream<Path> pages = Files.list(IMAGE.resolve("share/man/man1"))) {
            List<Path> all = pages.toList();
            assertThat(all).hasSize(Subcommands.values().length + 1);
            for (Path page : all) {
                String text = Files.readString(page);
                assertThat(text).startsWith(".TH CTRCFG").contains(".SH \"NAME\"", ".SH \"EXIT STATUS\"");
            }
        }
    }

    private static Path packageFile(String ending) throws IOException {
        try (Stream<Path> files = Files.list(IMAGE.resolveSibling("."))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findAny()
                    .orElseThrow();
        }
    }
}
