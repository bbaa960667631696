// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.Deprecation;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One case of {@code config dump}, and what is different between what was recorded and what we say. */
final class RecordedCase {

    private final Path folder;
    private final String release;
    private final JsonNode recorded;
    private final EffectiveConfig ours;
    private final List<String> differences = new ArrayList<>();

    private RecordedCase(Path folder, String release, JsonNode recorded, EffectiveConfig ours) {
        this.folder = folder;
        this.release = release;
        this.recorded = recorded;
        this.ours = ours;
    }

    /** The differences of a cell: a case, and a release or {@code pure-} and a release. */
    static List<String> differences(Path folder, String cell, JsonNode recorded, EffectiveConfig ours) {
        RecordedCase one = new RecordedCase(folder, cell.replace("pure-", ""), recorded, ours);
        if (cell.startsWith("pure-")) {
            one.comparePure();
        } else {
            one.compareDump();
        }
        return one.differences;
    }

    private void comparePure() {
        Path file = folder.resolve("pure-" + release + ".toml");
        TomlTable wanted = Files.exists(file) ? SharedData.toml(file) : TomlTable.EMPTY;
        // The function that was run alone does not decode the tables of plugins, as the command and the daemon do.
        compare(Key.ROOT, wanted, ours.loaded());
    }

    private void compareDump() {
        Outcome outcome = ours.dumpVerdict().outcome();
        Outcome wanted = switch (recorded.path("exit").asInt()) {
            case 0 -> Outcome.LOADS;
            case 1 -> Outcome.EXITS;
            default -> Outcome.PANICS;
        };
        if (outcome != wanted) {
            differences.add("outcome " + outcome + " instead of " + wanted + " "
                    + ours.dumpVerdict().cause());
        }
        if (wanted == Outcome.LOADS) {
            compareTree(read(folder.resolve("output-" + release + ".toml")));
        }
        compareMessages();
    }

    /** Jackson refuses a control character that containerd prints; our own reader can be told to take it. */
    private static TomlTable read(Path file) {
        try {
            return SharedData.toml(file);
        } catch (UncheckedIOException e) {
            return TomlDocument.parse(text(file)).root();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\u0000", "\\u0000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compareTree(TomlTable wanted) {
        boolean random = !ContainerdRelease.parse(release).since(ReleaseLine.V2_0);
        compare(Key.ROOT, random ? sortedImports(wanted) : wanted, random ? sortedImports(ours.root()) : ours.root());
    }

    private static TomlTable sortedImports(TomlTable root) {
        if (!(root.entries().get("imports") instanceof TomlArray imports)) {
            return root;
        }
        List<TomlValue> items = new ArrayList<>(imports.items());
        items.sort((a, b) -> a.toToml().compareTo(b.toToml()));
        return root.with("imports", new TomlArray(items));
    }

    private void compare(Key key, TomlValue wanted, TomlValue ours) {
        if (wanted instanceof TomlTable a && ours instanceof TomlTable b) {
            TreeSet<String> names = new TreeSet<>(a.entries().keySet());
            names.addAll(b.entries().keySet());
            for (String name : names) {
                compareEntry(key.child(name), a.entries(), b.entries());
            }
        } else if (!wanted.equals(ours)) {
            differences.add(key + " = " + ours + " instead of " + wanted);
        }
    }

    private void compareEntry(Key key, Map<String, TomlValue> wanted, Map<String, TomlValue> ours) {
        String name = key.name(key.size() - 1);
        if (!wanted.containsKey(name)) {
            differences.add(key + " = " + ours.get(name) + " is not there");
        } else if (!ours.containsKey(name)) {
            differences.add(key + " = " + wanted.get(name) + " is missing");
        } else {
            compare(key, wanted.get(name), ours.get(name));
        }
    }

    private void compareMessages() {
        List<String> wanted = new ArrayList<>();
        String cause = "";
        List<String> lines = new ArrayList<>();
        recorded.path("stderr").forEach(line -> lines.add(line.asText()));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("containerd: ") || line.startsWith("panic: ")) {
                cause = line.startsWith("panic: ") ? line : rest(lines, i);
                break;
            }
            if (line.startsWith("level=") && !line.contains("Failure unmarshaling TOML")) {
                wanted.add(LogLine.parse(line).text());
            }
        }
        compareLists(wanted, said(ours.dumpVerdict()));
        compareCause(cause);
    }

    private static String rest(List<String> lines, int from) {
        return String.join("\n", lines.subList(from, lines.size())).substring("containerd: ".length());
    }

    /** What containerd logs; a deprecation in our words is one that it does not log. */
    static List<String> said(Verdict verdict) {
        List<String> said = new ArrayList<>();
        for (Remark remark : verdict.remarks()) {
            boolean logged = switch (remark.effect()) {
                case WARNING, UNKNOWN_KEY -> true;
                case DEPRECATION -> !isOurs(remark);
                default -> false;
            };
            if (logged) {
                boolean placed = remark.text().startsWith("Ignoring unknown key in TOML [");
                said.add(placed ? remark.text() + " at " + remark.place().orElseThrow() : remark.text());
            }
        }
        return said;
    }

    private static boolean isOurs(Remark remark) {
        return Deprecation.of(remark.id().orElseThrow())
                .filter(deprecation -> deprecation.summary().equals(remark.text()))
                .isPresent();
    }

    /** Where a text is not TOML we word the reason ourselves; what stands before it, and the line, are the same. */
    static final class Syntax {

        private static final Pattern FRAME =
                Pattern.compile("(failed to [^(]*(\\(|at row )|Near line )(\\d+)(.*)", Pattern.DOTALL);

        private Syntax() {}

        static boolean isSame(String wanted, String ours) {
            Matcher a = FRAME.matcher(wanted);
            Matcher b = FRAME.matcher(ours);
            if (!a.matches() || !b.matches()) {
                return wanted.equals(ours);
            }
            int line = Integer.parseInt(b.group(3));
            int recorded = Integer.parseInt(a.group(3));
            boolean near = a.group(1).startsWith("Near") && recorded == line - 1;
            return a.group(1).equals(b.group(1)) && (recorded == line || near);
        }
    }

    private void compareLists(List<String> wanted, List<String> said) {
        Collections.sort(wanted);
        Collections.sort(said);
        if (!wanted.equals(said)) {
            differences.add("said " + said + " instead of " + wanted);
        }
    }

    private void compareCause(String wanted) {
        String cause = ours.dumpVerdict().cause().map(Remark::text).orElse("");
        boolean syntax =
                ours.dumpVerdict().cause().flatMap(Remark::id).orElse("").equals("toml-syntax");
        if (syntax ? !Syntax.isSame(wanted, cause) : !wanted.equals(cause)) {
            differences.add("cause " + cause + " instead of " + wanted);
        }
    }
}
