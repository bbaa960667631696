// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.Verdict;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Holds effective configurations of random files against {@code containerd config dump} of the real thing. */
class EffectiveConfigIT {

    private static final int TRIES = 110;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void effectiveConfigurationIsWhatContainerd16Dumps(@ForAll long seed) throws Exception {
        compare(Containerd.V1_6, "1.6.20-deb", seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void effectiveConfigurationIsWhatContainerd17Dumps(@ForAll long seed) throws Exception {
        compare(Containerd.V1_7, "1.7.24-deb", seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void effectiveConfigurationIsWhatContainerd21Dumps(@ForAll long seed) throws Exception {
        compare(Containerd.V2_1, "2.1.9-deb", seed);
    }

    private static void compare(Containerd containerd, String release, long seed) throws Exception {
        containerd.requireInstalled();
        Path folder = Files.createTempDirectory("ctrcfg-effective-");
        try {
            Map<String, String> files = RandomConfig.of(seed);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            compare(containerd, ContainerdRelease.parse(release), folder.resolve("config.toml"), files.toString());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void compare(Containerd containerd, ContainerdRelease release, Path file, String text)
            throws IOException, InterruptedException {
        EffectiveConfig ours = EffectiveConfig.load(release, FileConfigSource.ofThisMachine(), file.toString());
        Programs.Result theirs = Programs.execute(
                containerd.program("containerd").toString(), "--config", file.toString(), "config", "dump");
        Verdict verdict = ours.dumpVerdict();
        Outcome wanted = switch (theirs.exitCode()) {
            case 0 -> Outcome.LOADS;
            case 1 -> Outcome.EXITS;
            default -> Outcome.PANICS;
        };

        assertThat(verdict.outcome())
                .as(() -> text + "\n" + theirs.err() + "\n" + verdict.cause())
                .isEqualTo(wanted);
        if (wanted == Outcome.LOADS) {
            TomlTable printed = TomlDocument.parse(theirs.out()).root();
            assertThat(differences(ours.root(), printed)).as(text).isEmpty();
        } else {
            String cause = verdict.cause().map(Remark::text).orElse("");
            assertThat(theirs.err()).as(text).contains(cause);
        }
        assertThat(unknownKeys(verdict)).as(() -> text + "\n" + theirs.err()).isEqualTo(unknownKeys(theirs.err()));
    }

    private static List<String> differences(TomlTable ours, TomlTable theirs) {
        List<String> differences = new ArrayList<>();
        compare("", sorted(ours), sorted(theirs), differences);
        return differences;
    }

    /** containerd 1.x prints the names of its files in random order. */
    private static TomlTable sorted(TomlTable root) {
        if (!(root.entries().get("imports") instanceof TomlArray imports)) {
            return root;
        }
        List<TomlValue> items = new ArrayList<>(imports.items());
        items.sort(Comparator.comparing(TomlValue::toToml));
        return root.with("imports", new TomlArray(items));
    }

    private static void compare(String at, TomlTable ours, TomlTable theirs, List<String> differences) {
        Set<String> names = new TreeSet<>(ours.entries().keySet());
        names.addAll(theirs.entries().keySet());
        for (String name : names) {
            TomlValue a = ours.entries().get(name);
            TomlValue b = theirs.entries().get(name);
            if (a instanceof TomlTable x && b instanceof TomlTable y) {
                compare(at + "/" + name, x, y, differences);
            } else if (!Objects.equals(a, b)) {
                differences.add(at + "/" + name + " = " + a + " instead of " + b);
            }
        }
    }

    private static List<String> unknownKeys(Verdict verdict) {
        List<String> keys = new ArrayList<>();
        for (Remark remark : verdict.remarks(Effect.UNKNOWN_KEY)) {
            keys.add(remark.text()
                    .substring(remark.text().indexOf('[') + 1, remark.text().length() - 1));
        }
        return keys.stream().sorted().toList();
    }

    private static List<String> unknownKeys(String log) {
        List<String> keys = new ArrayList<>();
        for (String line : log.lines().toList()) {
            int at = line.indexOf(" key=");
            if (line.contains("Ignoring unknown key") && at >= 0) {
                String rest = line.substring(at + " key=".length());
                keys.add(
                        rest.startsWith("\"")
                                ? rest.substring(1, rest.indexOf('"', 1))
                                : rest.substring(0, (rest + " ").indexOf(' ')));
            }
        }
        return keys.stream().sorted().toList();
    }
}
