// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.ctrcfg.testing.Documents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the engine, on documents as people write them and on bytes that nobody would. */
class TomlProperties {

    private static final TomlMapper JACKSON = new TomlMapper();

    @Provide
    Arbitrary<String> documents() {
        return Documents.documents();
    }

    /** Documents with a stretch replaced by noise. */
    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars("=.[]{}\"'#,\n\r\t \\ue0x-+:TZab1\u00e9\u0000")
                .ofMaxLength(6);
        return Documents.documents()
                .flatMap(text -> net.jqwik.api.Combinators.combine(
                                Arbitraries.integers().between(0, text.length()),
                                Arbitraries.integers().between(0, 5),
                                noise)
                        .as((at, cut, added) ->
                                text.substring(0, at) + added + text.substring(Math.min(text.length(), at + cut))));
    }

    @Property
    void printsWhatItReads(@ForAll("documents") String text) {
        TomlDocument document = TomlDocument.parse(text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.edit().edits()).isEmpty();
    }

    @Property
    void meansToJacksonWhatItMeansToUs(@ForAll("documents") String text) throws JsonProcessingException {
        String readable = text.startsWith("\ufeff") ? text.substring(1) : text;

        assertThat(json(TomlDocument.parse(text).root())).isEqualTo(JACKSON.readTree(readable));
    }

    @Property
    void writesValuesThatMeanTheSameToJackson(@ForAll("documents") String text) throws JsonProcessingException {
        TomlTable root = TomlDocument.parse(text).root();
        TomlDocument written =
                TomlDocument.parse("").edit().merge(Key.ROOT, root).document();

        assertThat(written.root()).isEqualTo(root);
        assertThat(JACKSON.readTree(written.text())).isEqualTo(json(root));
    }

    @Property
    void damagedDocumentsGiveErrorsWithinTheText(@ForAll("damaged") String text) {
        FuzzTargets.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void everyEditIsRightAndCanBeTakenBack(@ForAll("documents") String text, @ForAll byte choice, @ForAll byte key) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[document.length + 3];
        data[0] = choice;
        data[2] = key;
        System.arraycopy(document, 0, data, 3, document.length);

        FuzzTargets.edit(data);
    }

    @Property
    void removingAKeyKeepsEveryOtherLine(@ForAll("documents") String text, @ForAll byte choice) {
        TomlDocument document = TomlDocument.parse(text);
        List<String> names = new ArrayList<>(document.root().entries().keySet());
        if (names.isEmpty()) {
            return;
        }
        Key key = Key.of(names.get(Math.floorMod(choice, names.size())));

        String after = document.edit().remove(key).document().text();

        assertThat(after.replace("\ufeff", "").lines().toList())
                .isSubsetOf(text.replace("\ufeff", "").lines().toList());
    }

    @Property
    void manyChangesAtOnceAreTheSameAsOneAfterAnother(
            @ForAll("documents") String text, @ForAll("documents") String other) {
        TomlDocument document = TomlDocument.parse(text);
        TomlTable values = TomlDocument.parse(other).root();
        TomlEditor atOnce = document.edit();
        TomlDocument step = document;
        for (String name : values.entries().keySet()) {
            TomlValue value = values.get(name).orElseThrow();
            Key key = Key.of(name + " new");
            atOnce.set(key, value).set(key.parent().child(name + " too"), TomlValue.of(1));
            step = step.edit().set(key, value).document();
            step = step.edit()
                    .set(key.parent().child(name + " too"), TomlValue.of(1))
                    .document();
        }

        assertThat(atOnce.document().root()).isEqualTo(step.root());
        assertThat(document.apply(atOnce.edits())).isEqualTo(atOnce.document());
    }

    @Property
    void valuesReplacedByScalarsLeaveWhatReadingTheTextAgainFinds(
            @ForAll("documents") String text, @ForAll("documents") String other) {
        TomlDocument document = TomlDocument.parse(text);
        List<TomlValue> scalars = scalars(TomlDocument.parse(other));
        TomlEditor editor = document.edit();
        int next = 0;
        for (Entry entry : document.entries()) {
            boolean table = entry.value() instanceof TomlTable;
            if (!table && !scalars.isEmpty() && document.contains(entry.key())) {
                editor.set(entry.key(), scalars.get(next++ % scalars.size()));
            }
        }

        TomlDocument edited = editor.document();
        TomlDocument read = TomlDocument.parse(edited.text());

        assertThat(edited.entries()).isEqualTo(read.entries());
        assertThat(edited.headers()).isEqualTo(read.headers());
        assertThat(edited.root()).isEqualTo(read.root());
        assertThat(edited.apply(editor.inverse()).text()).isEqualTo(text);
        assertThat(edited.edit()
                        .set(Key.of("ctrcfg"), TomlTable.EMPTY)
                        .document()
                        .root())
                .isEqualTo(read.edit()
                        .set(Key.of("ctrcfg"), TomlTable.EMPTY)
                        .document()
                        .root());
    }

    private static List<TomlValue> scalars(TomlDocument document) {
        return document.entries().stream()
                .map(Entry::value)
                .filter(TomlProperties::isScalar)
                .toList();
    }

    private static boolean isScalar(TomlValue value) {
        return !(value instanceof TomlTable) && !(value instanceof TomlArray);
    }

    @Property
    void theDiffMadeFromTheEditsTurnsTheLinesOfOneIntoTheOther(
            @ForAll("documents") String text, @ForAll("documents") String other) {
        TomlDocument document = TomlDocument.parse(text);
        TomlEditor editor = document.edit();
        TomlDocument.parse(other).root().entries().forEach((name, value) -> editor.set(Key.of(name + " new"), value));
        document.root().entries().keySet().stream().limit(1).forEach(name -> editor.remove(Key.of(name)));

        String diff = UnifiedDiff.of("a", "b", document, editor.edits());

        assertThat(patched(text, diff)).isEqualTo(editor.document().text());
    }

    /** Applies a unified diff by its own rules. */
    private static String patched(String text, String diff) {
        List<String> old = lines(text);
        StringBuilder out = new StringBuilder();
        int at = 0;
        char mark = ' ';
        for (String line : lines(diff)) {
            if (line.startsWith("@@")) {
                String range = line.substring(4, line.indexOf(' ', 4));
                int start = Integer.parseInt(range.replaceFirst(",.*\n?", ""));
                int skipped = range.endsWith(",0") ? start : start - 1;
                while (at < skipped) {
                    out.append(old.get(at++));
                }
            } else if (line.startsWith("\\")) {
                out.setLength(out.length() - (mark == '+' ? 1 : 0));
            } else if (line.startsWith(" ") || line.startsWith("-") && !line.startsWith("--- ")) {
                assertThat(line.substring(1).stripTrailing())
                        .isEqualTo(old.get(at).stripTrailing());
                out.append(line.startsWith(" ") ? old.get(at) : "");
                at++;
            } else if (line.startsWith("+") && !line.startsWith("+++ ")) {
                out.append(line.substring(1));
            }
            mark = line.charAt(0);
        }
        while (at < old.size()) {
            out.append(old.get(at++));
        }
        return out.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static JsonNode json(TomlValue value) throws JsonProcessingException {
        return JACKSON.readTree("v = " + value.toToml()).get("v");
    }
}
