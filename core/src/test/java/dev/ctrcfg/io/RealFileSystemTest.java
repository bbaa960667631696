// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions that only a real kernel has: full and read-only file systems, mounts, attributes of the kernel's own. */
class RealFileSystemTest {

    private static final byte[] OLD = "version = 2\n".getBytes(UTF_8);
    private static final byte[] NEW = "version = 3\n".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void keepsTheOldContentOnAFullDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mount("-t", "tmpfs", "-o", "size=64k", "none", disk.toString());
        try {
            Path file = Files.write(disk.resolve("config.toml"), OLD);
            fill(disk);

            assertFails(() -> ConfigFile.write(file, new byte[16384]), file + ": cannot be replaced: no space left");
            assertThat(file).hasBinaryContent(OLD);
            assertThat(temporaryFiles(disk)).isEmpty();
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void keepsTheOldContentIfADiskFillsUpWhileWritingInPlace() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path mounted = Files.createFile(elsewhere.resolve("config.toml"));
        mount("-t", "tmpfs", "-o", "size=64k", "none", disk.toString());
        try {
            Path file = Files.write(disk.resolve("config.toml"), OLD);
            fill(disk);
            mount("--bind", file.toString(), mounted.toString());
            try {
                assertFails(
                        () -> ConfigFile.update(mounted, inPlace(), before -> new byte[16384]),
                        mounted + ": cannot be written in place, its content is kept as "
                                + elsewhere.resolve("config.toml.bak.1") + ": no space left");
                assertThat(mounted).hasBinaryContent(OLD);
            } finally {
                run("umount", mounted.toString());
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path disk) throws IOException {
        try {
            for (int i = 0; ; i++) {
                Files.write(disk.resolve("ballast-" + i), new byte[4096]);
            }
        } catch (FileSystemException e) {
            assertThat(e.getReason()).containsIgnoringCase("no space");
        } catch (IOException e) {
            assertThat(e.getMessage()).containsIgnoringCase("no space");
        }
        // Room for the names, not for the content.
        Files.write(disk.resolve("ballast-0"), new byte[0]);
    }

    @Test
    void saysThatAFileIsMountedByItself() throws Exception {
        Path file = bindMount();
        try {
            assertFails(
                    () -> ConfigFile.write(file, NEW),
                    file + ": is mounted by itself and can only be written in place: ");
            assertThat(file).hasBinaryContent(OLD);
            assertThat(temporaryFiles(folder)).isEmpty();
        } finally {
            run("umount", file.toString());
        }
    }

    @Test
    void writesAMountedFileInPlaceIfToldToAndKeepsABackup() throws Exception {
        Path file = bindMount();
        try {
            Update update = ConfigFile.update(file, inPlace(), before -> NEW);

            assertThat(update.backup()).contains(folder.resolve("a file.toml.bak.1"));
            assertThat(file).hasBinaryContent(NEW);
            assertThat(folder.resolve("original")).hasBinaryContent(NEW);
            assertThat(folder.resolve("a file.toml.bak.1")).hasBinaryContent(OLD);
            assertThat(temporaryFiles(folder)).isEmpty();

            ConfigFile.update(file, inPlace(), before -> OLD);
            assertThat(file).hasBinaryContent(OLD);
        } finally {
            run("umount", file.toString());
        }
    }

    @Test
    void writesAMountedFileInADirectoryThatIsReadOnly() throws Exception {
        Path directory = Files.createDirectory(folder.resolve("image"));
        Path file = Files.createFile(directory.resolve("config.toml"));
        Path original = Files.write(folder.resolve("original"), OLD);
        mount("--bind", directory.toString(), directory.toString());
        try {
            mount("--bind", original.toString(), file.toString());
            try {
                mount("-o", "remount,ro,bind", directory.toString());
                assertFails(() -> ConfigFile.write(file, NEW), file + ": cannot be locked by ");
                assertFails(
                        () -> ConfigFile.update(file, inPlace(), before -> NEW),
                        file + ": cannot be kept as " + directory.resolve("config.toml.bak.1") + ": ");
                assertThat(file).hasBinaryContent(OLD);

                ConfigFile.update(file, inPlace().withBackupsIn(folder), before -> NEW);

                assertThat(original).hasBinaryContent(NEW);
                assertThat(folder.resolve("config.toml.bak.1")).hasBinaryContent(OLD);
            } finally {
                run("umount", file.toString());
            }
        } finally {
            run("umount", directory.toString());
        }
    }

    private Path bindMount() throws Exception {
        Path file = Files.createFile(folder.resolve("a file.toml"));
        Path original = Files.write(folder.resolve("original"), OLD);
        mount("--bind", original.toString(), file.toString());
        return file;
    }

    private static WriteOptions inPlace() {
        return WriteOptions.DEFAULT.with(WriteOptions.Method.IN_PLACE_IF_MOUNTED);
    }

    @Test
    void keepsTheOldContentOfAFileThatCannotBeChanged() throws Exception {
        Path file = Files.write(folder.resolve("config.toml"), OLD);
        assumeTrue(run("chattr", "+i", file.toString()) == 0, "chattr cannot make files immutable here");
        try {
            assertFails(() -> ConfigFile.write(file, NEW), file + ": ");
            assertThat(file).hasBinaryContent(OLD);
            assertThat(temporaryFiles(folder)).isEmpty();
        } finally {
            run("chattr", "-i", file.toString());
        }
    }

    @Test
    void keepsWhatItsUserMayNotWrite() throws Exception {
        Path file = Files.write(folder.resolve("config.toml"), OLD);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(writeAsNobody(file)).contains(file + ": may not be written");

        assertThat(file).hasBinaryContent(OLD);
        assertThat(temporaryFiles(folder)).isEmpty();
    }

    @Test
    void keepsWhatLiesInADirectoryThatItsUserMayNotWrite() throws Exception {
        Path file = Files.write(folder.resolve("config.toml"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(writeAsNobody(file)).contains(file + ": cannot be locked by ", ": permission denied");

        assertThat(file).hasBinaryContent(OLD);
        assertThat(temporaryFiles(folder)).isEmpty();
    }

    private static String writeAsNobody(Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        assumeTrue(run("setpriv", "--reuid=65534", "--clear-groups", "true") == 0, "only root can be somebody else");
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", classes(OneWrite.class) + ":" + classes(ConfigFile.class)));
        command.addAll(List.of(OneWrite.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isNotZero();
        return output;
    }

    private static String classes(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /** Writes a file in a process of its own. */
    static final class OneWrite {

        private OneWrite() {}

        public static void main(String[] args) throws IOException {
            ConfigFile.write(Path.of(args[0]), NEW);
        }
    }

    @Test
    void carriesAccessListsAndLabelsOver() throws Exception {
        Path file = Files.write(folder.resolve("config.toml"), OLD);
        String acl = "02000000" + "0100" + "0600" + "ffffffff" + "0200" + "0400" + "d2040000" + "0400" + "0400"
                + "ffffffff" + "1000" + "0400" + "ffffffff" + "2000" + "0000" + "ffffffff";
        String label = "73797374656d5f753a6f626a6563745f723a6574635f743a733000";
        setAttribute(file, "system.posix_acl_access", acl);
        setAttribute(file, "security.selinux", label);
        setAttribute(file, "user.origin", "01ff");

        ConfigFile.update(file, WriteOptions.DEFAULT.withBackups(1), before -> NEW);

        for (Path kept : List.of(file, folder.resolve("config.toml.bak.1"))) {
            assertThat(attribute(kept, "system.posix_acl_access")).isEqualTo(acl);
            assertThat(attribute(kept, "security.selinux")).isEqualTo(label);
            assertThat(attribute(kept, "user.origin")).isEqualTo("01ff");
        }
        assertThat(file).hasBinaryContent(NEW);
    }

    /** perl is on every Debian; the tools that know these attributes are not. */
    private static void setAttribute(Path file, String name, String hex) throws Exception {
        String script = "my ($f, $n, $v) = ($ARGV[0], $ARGV[1], pack('H*', $ARGV[2]));"
                + " exit(syscall(188, $f, $n, $v, length($v), 0) == 0 ? 0 : 1)";
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "system calls have other numbers here");
        assumeTrue(
                run("perl", "-e", script, file.toString(), name, hex) == 0,
                "no attribute " + name + " can be set here");
    }

    private static String attribute(Path file, String name) throws Exception {
        String script = "my ($f, $n, $v) = ($ARGV[0], $ARGV[1], chr(0) x 999);"
                + " my $l = syscall(191, $f, $n, $v, 999); print $l < 0 ? 'none' : unpack('H*', substr($v, 0, $l))";
        Process process = new ProcessBuilder("perl", "-e", script, file.toString(), name).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private static void mount(String... arguments) throws Exception {
        String[] command =
                Stream.concat(Stream.of("mount"), Stream.of(arguments)).toArray(String[]::new);
        assumeTrue(run(command) == 0, "nothing can be mounted here: " + String.join(" ", command));
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static List<Path> temporaryFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    private static void assertFails(ThrowingCallable action, String message) {
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(action).withMessageStartingWith(message);
    }
}
