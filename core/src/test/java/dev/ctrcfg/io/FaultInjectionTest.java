// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.io.FaultyCalls.Crash;
import dev.ctrcfg.io.FaultyCalls.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets every call of a write fail in turn, and kills the process before and after every one. */
class FaultInjectionTest {

    private static final byte[] OLD = "version = 2\nold = true\n".getBytes(UTF_8);
    private static final byte[] OLDER = "version = 1\n".getBytes(UTF_8);
    private static final byte[] NEW = "version = 3\nnew = 'a longer text than before'\n".getBytes(UTF_8);

    /** The calls that a write may go on without. */
    private static final Set<String> BEST_EFFORT = Set.of("list", "sync of the directory", "delete", "kind");

    @TempDir
    Path folder;

    /** What is written. */
    enum Case {
        REPLACED(0),
        WITH_BACKUPS(2),
        THROUGH_A_LINK(1),
        CREATED(0);

        private final int backups;

        Case(int backups) {
            this.backups = backups;
        }

        WriteOptions options() {
            return WriteOptions.DEFAULT.withBackups(backups);
        }

        /** Makes the files, and gives the path to write. */
        Path prepare(Path directory) throws IOException {
            Path file = directory.resolve("config.toml");
            if (this == CREATED) {
                return file;
            }
            Files.write(file, OLD);
            Files.write(directory.resolve("config.toml.bak.1"), OLDER);
            return this == THROUGH_A_LINK
                    ? Files.createSymbolicLink(directory.resolve("link.toml"), Path.of("config.toml"))
                    : file;
        }

        Optional<String> before() {
            return this == CREATED ? Optional.empty() : Optional.of(text(OLD));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheOldContentOrTheNewWhateverFails(Case of) throws IOException {
        List<String> failed = new ArrayList<>();
        for (int n = 1; ; n++) {
            Path directory = Files.createDirectory(folder.resolve("failure-" + n));
            Path asked = of.prepare(directory);
            FaultyCalls calls = new FaultyCalls(Fault.FAILURE, n);
            boolean reported = fails(calls, asked, of.options());
            if (calls.failed().isEmpty()) {
                assertThat(reported).isFalse();
                break;
            }
            failed.add(calls.failed());
            String name = calls.failed() + ", call " + n;
            assertThat(content(directory)).as(name).isEqualTo(reported ? of.before() : Optional.of(text(NEW)));
            assertThat(reported || BEST_EFFORT.contains(calls.failed()))
                    .as(name)
                    .isTrue();
            if (!calls.failed().equals("delete") && !calls.failed().equals("kind")) {
                assertThat(leftovers(directory)).as(name).isEmpty();
            }
            assertNextRunMends(directory, asked, of);
        }
        assertThat(new TreeSet<>(failed))
                .contains("lock", "tryLock", "read", "write", "sync", "close", "rename", "sync of the directory");
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheOldContentOrTheNewWheneverItIsKilled(Case of) throws IOException {
        int kills = 0;
        for (Fault fault : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
            for (int n = 1; ; n++) {
                Path directory = Files.createDirectory(folder.resolve(fault + "-" + n));
                Path asked = of.prepare(directory);
                FaultyCalls calls = new FaultyCalls(fault, n);
                boolean killed = isKilled(calls, asked, of.options());
                if (!killed) {
                    break;
                }
                kills++;
                assertThat(content(directory)).isIn(of.before(), Optional.of(text(NEW)));
                assertThat(backups(directory)).isSubsetOf(List.of(text(OLD), text(OLDER)));
                assertNextRunMends(directory, asked, of);
            }
        }
        assertThat(kills).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACED", "WITH_BACKUPS"})
    void putsTheOldContentBackIfWritingInPlaceFails(Case of) throws IOException {
        WriteOptions options = of.options().with(WriteOptions.Method.IN_PLACE_IF_MOUNTED);
        Set<String> failed = new TreeSet<>();
        for (int n = 1; ; n++) {
            Path directory = Files.createDirectory(folder.resolve("in-place-" + n));
            Path asked = of.prepare(directory);
            FaultyCalls calls = new FaultyCalls(Fault.FAILURE, n).mounted();
            boolean reported = fails(calls, asked, options);
            if (calls.failed().isEmpty()) {
                break;
            }
            failed.add(calls.failed());
            // A failing close comes after everything is on the disk.
            boolean written = !reported || calls.failed().equals("close in place");
            assertThat(content(directory)).as(calls.failed()).isEqualTo(Optional.of(text(written ? NEW : OLD)));
        }
        assertThat(failed).contains("overwrite", "writeAt", "sync in place");
    }

    @ParameterizedTest
    @EnumSource(names = "REPLACED")
    void keepsABackupOfWhatIsWrittenInPlaceWheneverItIsKilled(Case of) throws IOException {
        WriteOptions options = of.options().with(WriteOptions.Method.IN_PLACE_IF_MOUNTED);
        for (int n = 1; ; n++) {
            Path directory = Files.createDirectory(folder.resolve("in-place-" + n));
            Path asked = of.prepare(directory);
            if (!isKilled(new FaultyCalls(Fault.CRASH_BEFORE, n).mounted(), asked, options)) {
                break;
            }
            boolean kept = backups(directory).contains(text(OLD));
            assertThat(kept || content(directory).equals(Optional.of(text(OLD))))
                    .isTrue();
        }
    }

    private static boolean fails(FaultyCalls calls, Path asked, WriteOptions options) {
        try {
            new FileUpdate<>(calls, asked, options, to(NEW)).run();
            return false;
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }

    private static boolean isKilled(FaultyCalls calls, Path asked, WriteOptions options) throws IOException {
        try {
            new FileUpdate<>(calls, asked, options, to(NEW)).run();
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    private static Revision<RuntimeException> to(byte[] content) {
        return before -> content;
    }

    private static void assertNextRunMends(Path directory, Path asked, Case of) throws IOException {
        ConfigFile.update(asked, of.options(), to(NEW));
        assertThat(content(directory)).contains(text(NEW));
        assertThat(leftovers(directory)).isEmpty();
    }

    private static Optional<String> content(Path directory) throws IOException {
        Path file = directory.resolve("config.toml");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private static List<String> leftovers(Path directory) throws IOException {
        return names(directory).filter(name -> name.endsWith(".tmp")).toList();
    }

    private static List<String> backups(Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name :
                names(directory).filter(name -> name.contains(".bak.")).toList()) {
            texts.add(Files.readString(directory.resolve(name)));
        }
        return texts;
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
