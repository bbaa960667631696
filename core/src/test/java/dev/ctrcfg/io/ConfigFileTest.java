// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    private static final byte[] OLD = "version = 2\n".getBytes(UTF_8);
    private static final byte[] NEW = "version = 3\n".getBytes(UTF_8);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeTheOldContent() throws IOException {
        file = Files.write(directory.resolve("config.toml"), OLD);
    }

    @Test
    void readsTheBytesAsTheyAre() throws IOException {
        byte[] content = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', '\r', '\n', (byte) 0xff};
        Files.write(file, content);

        ConfigFile read = ConfigFile.read(file);

        assertThat(read.content()).isEqualTo(content);
        assertThat(read.path()).isEqualTo(file);
    }

    @Test
    void saysThatAFileIsMissing() {
        Path missing = directory.resolve("missing.toml");

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ConfigFile.read(missing))
                .withMessage(missing + ": no such file");
    }

    @Test
    void saysThatAFileIsADirectory() {
        assertFails(() -> ConfigFile.read(directory), directory + ": is a directory");
        assertFails(() -> ConfigFile.write(directory, NEW), directory + ": is a directory");
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> ConfigFile.read(file))
                .withMessage(file + ": permission denied");
    }

    @Test
    void saysThatAFileCannotBeRead() {
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.isReadable(memory), "there is no file here that opens and cannot be read");

        assertFails(() -> ConfigFile.read(memory), "/proc/self/mem: input/output error");
    }

    @Test
    void replacesTheContent() throws IOException {
        assertThat(ConfigFile.read(file).replace(NEW)).isEqualTo(WriteOutcome.WRITTEN);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void doesNotTouchAFileThatHasTheContent() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Object inode = Files.getAttribute(file, "unix:ino");

        assertThat(ConfigFile.write(file, OLD)).isEqualTo(WriteOutcome.UNCHANGED);

        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void neverWritesIntoTheOldFile() throws IOException {
        Path link = Files.createLink(directory.resolve("other-name"), file);

        ConfigFile.write(file, NEW);

        assertThat(link).hasBinaryContent(OLD);
    }

    @Test
    void refusesAFileThatSomeoneElseChanged() throws IOException {
        ConfigFile read = ConfigFile.read(file);
        Files.writeString(file, "version = 1\n");

        assertFails(() -> read.replace(NEW), file + ": changed since it was read");
        assertThat(file).hasContent("version = 1\n");
    }

    @Test
    void createsAMissingFile() throws IOException {
        Path created = directory.resolve("new.toml");

        assertThat(ConfigFile.write(created, NEW)).isEqualTo(WriteOutcome.WRITTEN);

        assertThat(created).hasBinaryContent(NEW);
        Path asUsual = Files.createFile(directory.resolve("as-usual"));
        assertThat(Files.getPosixFilePermissions(created)).isEqualTo(Files.getPosixFilePermissions(asUsual));
    }

    @Test
    void saysThatADirectoryIsMissing() {
        Path lost = directory.resolve("missing/config.toml");

        assertFails(() -> ConfigFile.write(lost, NEW), lost + ": its directory does not exist");
    }

    @Test
    void keepsTheMode() throws IOException {
        Files.setAttribute(file, "unix:mode", 01640);

        ConfigFile.write(file, NEW);

        assertThat((int) Files.getAttribute(file, "unix:mode") & 07777).isEqualTo(01640);
    }

    @Test
    void keepsOwnerAndGroup() throws IOException {
        assumeTrue((int) Files.getAttribute(file, "unix:uid") == 0, "only root can give files away");
        Files.setAttribute(file, "unix:uid", 1234);
        Files.setAttribute(file, "unix:gid", 5678);

        ConfigFile.write(file, NEW);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(1234);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(5678);
    }

    @Test
    void followsSymbolicLinksAndKeepsThem() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path target = Files.write(elsewhere.resolve("real.toml"), OLD);
        Path middle = Files.createSymbolicLink(directory.resolve("middle"), Path.of("elsewhere/real.toml"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.toml"), Path.of("../middle"));

        ConfigFile.write(link, NEW);

        assertThat(target).isRegularFile().hasBinaryContent(NEW);
        assertThat(middle).isSymbolicLink();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void createsWhatASymbolicLinkPointsTo() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.toml"), Path.of("target.toml"));

        ConfigFile.write(link, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(directory.resolve("target.toml")).isRegularFile().hasBinaryContent(NEW);
    }

    @Test
    void refusesALoopOfSymbolicLinks() throws IOException {
        Path loop = Files.createSymbolicLink(directory.resolve("loop.toml"), Path.of("loop.toml"));

        assertFails(() -> ConfigFile.write(loop, NEW), loop + ": too many levels of symbolic links");
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> ConfigFile.read(loop));
    }

    @Test
    void refusesToReplaceADevice() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "there is no device here");

        assertFails(() -> ConfigFile.write(device, NEW), "/dev/null: is not a regular file");
    }

    @Test
    void waitsForNobodyToWriteIntoAPipe() throws Exception {
        Path pipe = directory.resolve("pipe.toml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = Files.createSymbolicLink(directory.resolve("link.toml"), pipe);
        FileConfigSource imports = FileConfigSource.ofThisMachine();

        for (Path path : List.of(pipe, link)) {
            assertFails(() -> ConfigFile.read(path), path + ": is not a regular file");
            assertFails(() -> ConfigFile.write(path, NEW), path + ": is not a regular file");
            assertFails(() -> imports.read(path.toString()), path + ": is not a regular file");
        }
    }

    @Test
    void readsDevicesThatAPersonNames() throws IOException {
        Path terminal = Files.createSymbolicLink(directory.resolve("terminal.toml"), Path.of("/dev/tty"));
        FileConfigSource imports = FileConfigSource.ofThisMachine();

        assertThat(ConfigFile.read(Path.of("/dev/null")).content()).isEmpty();
        assertThat(imports.read("/dev/null")).isEmpty();
        assertFails(() -> imports.read("/dev/zero"), "/dev/zero: is not a regular file");
        assertFails(() -> imports.read(terminal.toString()), terminal + ": is not a regular file");
    }

    @Test
    void keepsTheOldFileIfTheDirectoryIsReadOnly() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(directory), "this user may write everywhere");
            assertFails(
                    () -> ConfigFile.write(file, NEW),
                    file + ": cannot be locked by " + directory.resolve(".config.toml.ctrcfg.lock")
                            + ": permission denied");
            assertThat(file).hasBinaryContent(OLD);
        } finally {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void keepsTheOldFileIfTheNewOneCannotBeFinished() throws Exception {
        assertThat(writeUnderAFileSizeLimit()).contains(file + ": cannot be replaced: file too large");

        assertThat(file).hasBinaryContent(OLD);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    private String writeUnderAFileSizeLimit() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = BigWrite.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath() + ":"
                + ConfigFile.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 8; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                        java,
                        classes,
                        BigWrite.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isNotZero();
        return output;
    }

    /** Writes more than the limit of its process allows. */
    static final class BigWrite {

        private BigWrite() {}

        public static void main(String[] args) throws IOException {
            ConfigFile.write(Path.of(args[0]), new byte[1 << 20]);
        }
    }

    private static void assertFails(ThrowingCallable action, String message) {
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(action).withMessage(message);
    }
}
