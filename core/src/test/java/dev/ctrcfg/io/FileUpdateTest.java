// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUpdateTest {

    private static final String LOCK = ".config.toml.ctrcfg.lock";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeTheOldContent() throws IOException {
        file = Files.writeString(directory.resolve("config.toml"), "old\n");
    }

    @Test
    void tellsWhatItDid() throws IOException {
        Update update = ConfigFile.update(file, WriteOptions.DEFAULT, append("new\n"));

        assertThat(update.changed()).isTrue();
        assertThat(update.before())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(utf8("old\n")));
        assertThat(update.after()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(utf8("old\nnew\n")));
        assertThat(update.backup()).isEmpty();
        assertThat(names()).containsExactly(LOCK, "config.toml");
    }

    @Test
    void leavesNoTraceIfNothingChanges() throws IOException {
        Update update = ConfigFile.update(file, WriteOptions.DEFAULT.withBackups(3), append(""));

        assertThat(update.changed()).isFalse();
        assertThat(names()).containsExactly("config.toml");
    }

    @Test
    void keepsSeveralGenerations() throws IOException {
        WriteOptions options = WriteOptions.DEFAULT.withBackups(2);
        for (String content : List.of("1", "2", "3")) {
            Update update = ConfigFile.update(file, options, before -> utf8(content));
            assertThat(update.backup()).contains(directory.resolve("config.toml.bak.1"));
        }

        assertThat(names()).containsExactly(LOCK, "config.toml", "config.toml.bak.1", "config.toml.bak.2");
        assertThat(directory.resolve("config.toml.bak.1")).hasContent("2");
        assertThat(directory.resolve("config.toml.bak.2")).hasContent("1");
    }

    @Test
    void keepsNoContentTwice() throws IOException {
        WriteOptions options = WriteOptions.DEFAULT.withBackups(3);
        ConfigFile.update(file, options, before -> utf8("new"));
        Files.writeString(file, "old\n");
        ConfigFile.update(file, options, before -> utf8("new"));

        assertThat(names()).containsExactly(LOCK, "config.toml", "config.toml.bak.1");
    }

    @Test
    void keepsBackupsElsewhere() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("backups"));

        Update update =
                ConfigFile.update(file, WriteOptions.DEFAULT.withBackups(1).withBackupsIn(elsewhere), append("new\n"));

        assertThat(update.backup()).contains(elsewhere.resolve("config.toml.bak.1"));
        assertThat(elsewhere.resolve("config.toml.bak.1")).hasContent("old");
    }

    @Test
    void writesNothingWithoutTheBackupThatIsAskedFor() throws IOException {
        Files.createDirectories(directory.resolve("config.toml.bak.1/in-the-way"));

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> ConfigFile.update(file, WriteOptions.DEFAULT.withBackups(1), append("new\n")))
                .withMessageStartingWith(file + ": cannot be kept as " + directory.resolve("config.toml.bak.1: "));
        assertThat(file).hasContent("old");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void showsTheFinishedFileBeforeItCounts() throws IOException {
        List<String> seen = new ArrayList<>();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        ConfigFile.update(file, WriteOptions.DEFAULT.withBackups(1), new Revision<RuntimeException>() {
                            @Override
                            public byte[] revise(Optional<byte[]> before) {
                                return utf8("new");
                            }

                            @Override
                            public void verify(Path candidate) throws IOException {
                                assertThat(candidate).hasParent(directory);
                                assertThat(candidate.toString()).doesNotEndWith(".toml");
                                seen.add(Files.readString(candidate));
                                throw new IllegalStateException("refused");
                            }
                        }));

        assertThat(seen).containsExactly("new");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly(LOCK, "config.toml");
    }

    @Test
    void revisesAgainWhatSomeoneElseHasChanged() throws IOException {
        List<String> seen = new ArrayList<>();

        Update update = ConfigFile.update(file, WriteOptions.DEFAULT, before -> {
            String content = new String(before.orElseThrow(), UTF_8);
            seen.add(content);
            if (seen.size() < 3) {
                Files.writeString(file, content + "foreign\n");
            }
            return utf8(content + "new\n");
        });

        assertThat(update.changed()).isTrue();
        assertThat(seen).containsExactly("old\n", "old\nforeign\n", "old\nforeign\nforeign\n");
        assertThat(file).hasContent("old\nforeign\nforeign\nnew\n");
    }

    @Test
    void noticesAForeignChangeRightBeforeTheRename() throws IOException {
        boolean[] changed = {false};

        ConfigFile.update(file, WriteOptions.DEFAULT, new Revision<RuntimeException>() {
            @Override
            public byte[] revise(Optional<byte[]> before) {
                return utf8(new String(before.orElseThrow(), UTF_8) + "new\n");
            }

            @Override
            public void verify(Path candidate) throws IOException {
                if (!changed[0]) {
                    changed[0] = true;
                    Files.writeString(file, "foreign\n");
                }
            }
        });

        assertThat(file).hasContent("foreign\nnew\n");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void noticesAForeignChangeAtTheLastMomentBeforeTheRename() throws IOException {
        boolean[] changed = {false};

        ConfigFile.update(file, WriteOptions.DEFAULT, new Revision<RuntimeException>() {
            @Override
            public byte[] revise(Optional<byte[]> before) {
                return utf8(new String(before.orElseThrow(), UTF_8) + "new\n");
            }

            @Override
            public void beforeWrite() throws IOException {
                if (!changed[0]) {
                    changed[0] = true;
                    Files.writeString(file, "foreign\n");
                }
            }
        });

        assertThat(file).hasContent("foreign\nnew\n");
    }

    @Test
    void putsTheFinishedFileItselfInThePlaceOfTheOldOne() throws IOException {
        Path finished = Files.writeString(file.resolveSibling("finished"), "new\n");
        Object inode = Files.readAttributes(finished, BasicFileAttributes.class).fileKey();

        SystemCalls.INSTANCE.rename(finished, file);

        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .isNotNull()
                .isEqualTo(inode);
    }

    @Test
    void givesUpOnAFileThatNeverRests() throws IOException {
        int[] count = {0};

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> ConfigFile.update(file, WriteOptions.DEFAULT, before -> {
                    Files.writeString(file, "foreign " + count[0]++);
                    return utf8("new");
                }))
                .withMessage(file + ": is changed by someone else again and again");
        assertThat(Files.readString(file)).startsWith("foreign");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void writesNothingIfSomeoneElseHasMadeTheChange() throws IOException {
        Update update = ConfigFile.update(file, WriteOptions.DEFAULT, before -> {
            Files.writeString(file, "new");
            return utf8("new");
        });

        assertThat(update.changed()).isFalse();
    }

    @Test
    void tellsTheRevisionThatTheFileHasVanished() throws IOException {
        List<Boolean> present = new ArrayList<>();

        ConfigFile.update(file, WriteOptions.DEFAULT, before -> {
            present.add(before.isPresent());
            Files.deleteIfExists(file);
            return utf8("new");
        });

        assertThat(present).containsExactly(true, false);
        assertThat(file).hasContent("new");
    }

    @Test
    void cleansUpAfterKilledRuns() throws IOException {
        leaveBehind();

        ConfigFile.update(file, WriteOptions.DEFAULT, append("new\n"));

        assertThat(leftovers()).isEmpty();
    }

    @Test
    void cleansUpAfterKilledRunsEvenIfNothingChanges() throws IOException {
        leaveBehind();

        ConfigFile.update(file, WriteOptions.DEFAULT, append(""));

        assertThat(leftovers()).isEmpty();
        assertThat(directory.resolve("other.tmp")).exists();
    }

    private void leaveBehind() throws IOException {
        Files.writeString(directory.resolve(".config.toml.ctrcfg-1f.tmp"), "half");
        Files.createSymbolicLink(directory.resolve(".config.toml.ctrcfg-2f.tmp"), Path.of("other.tmp"));
        Files.writeString(directory.resolve("other.tmp"), "not ours");
    }

    @Test
    void waitsForAnotherRunAndGivesUpInTheEnd() throws IOException {
        Path lock = directory.resolve(LOCK);
        try (ChannelLock held = ChannelLock.open(lock)) {
            assertThat(held.tryLock()).isTrue();
            WriteOptions impatient = WriteOptions.DEFAULT.withPatience(Duration.ofMillis(50));

            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> ConfigFile.update(file, impatient, append("new\n")))
                    .withMessage(file + ": is being changed by another process, which holds " + lock);
        }
        assertThat(file).hasContent("old");

        ConfigFile.update(file, WriteOptions.DEFAULT, append("new\n"));

        assertThat(file).hasContent("old\nnew");
    }

    @Test
    void followsNoLinkInPlaceOfTheLock() throws IOException {
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        Files.createSymbolicLink(directory.resolve(LOCK), victim);

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> ConfigFile.update(file, WriteOptions.DEFAULT, append("new\n")))
                .withMessageStartingWith(file + ": cannot be locked by " + directory.resolve(LOCK));
        assertThat(victim).hasContent("precious");
        assertThat(file).hasContent("old");
    }

    @Test
    void losesNoChangeOfManyThreads() throws Exception {
        List<String> lines = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Update>> updates = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String line = "line " + i + "\n";
            lines.add(line.strip());
            updates.add(threads.submit(() -> ConfigFile.update(file, WriteOptions.DEFAULT, append(line))));
        }
        for (Future<Update> update : updates) {
            assertThat(update.get().changed()).isTrue();
        }
        threads.shutdown();

        assertThat(Files.readAllLines(file)).contains("old").containsAll(lines).hasSize(65);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void deletesAFileThatHoldsWhatItShould() throws IOException {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> ConfigFile.delete(file, WriteOptions.DEFAULT, utf8("other")))
                .withMessage(file + ": changed since it was written");

        Update update = ConfigFile.delete(file, WriteOptions.DEFAULT.withBackups(1), utf8("old\n"));

        assertThat(update.changed()).isTrue();
        assertThat(update.after()).isEmpty();
        assertThat(names()).containsExactly(LOCK, "config.toml.bak.1");
        assertThat(ConfigFile.delete(file, WriteOptions.DEFAULT, utf8("old\n")).changed())
                .isFalse();
    }

    @Test
    void findsRoomForItsNamesBesideALongOne() throws IOException {
        Path longest = Files.writeString(directory.resolve("x".repeat(250) + ".toml"), "old\n");

        ConfigFile.update(longest, WriteOptions.DEFAULT.withBackups(1), append("new\n"));

        assertThat(longest).hasContent("old\nnew");
    }

    private List<String> leftovers() throws IOException {
        return names().stream()
                .filter(name -> name.endsWith(".tmp") && name.startsWith("."))
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Revision<RuntimeException> append(String text) {
        return before -> utf8(new String(before.orElseThrow(), UTF_8) + text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
