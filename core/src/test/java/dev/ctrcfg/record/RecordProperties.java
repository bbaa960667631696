// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.testing.Documents;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RecordProperties {

    private static final String COMMENT = "# of somebody else\n";

    @Provide
    Arbitrary<TomlDocument> documents() {
        return Documents.documents().map(TomlDocument::parse);
    }

    @Property(tries = 300)
    void aFileThatNobodyTouchedGetsItsBytesBack(
            @ForAll("documents") TomlDocument original, @ForAll("documents") TomlDocument patch) {
        TomlDocument patched = patched(original, patch);

        Reversal reversal = FileRecord.changed("f", original, patched).revert(patched);

        assertThat(reversal.document()).isEqualTo(original);
        assertThat(patched.apply(reversal.edits())).isEqualTo(original);
        assertThat(reversal.kept()).isEmpty();
    }

    @Property(tries = 250)
    void whatOthersAddedIsAllThatIsLeft(
            @ForAll("documents") TomlDocument original,
            @ForAll("documents") TomlDocument patch,
            @ForAll("documents") TomlDocument foreign) {
        TomlDocument patched = patched(original, patch);
        TomlTable theirs = renamed(foreign.root());
        TomlDocument current = patched(patched, theirs);

        Reversal reversal = FileRecord.changed("f", original, patched).revert(current);

        assertThat(reversal.document().root())
                .isEqualTo(patched(original, theirs).root());
        assertThat(current.apply(reversal.edits())).isEqualTo(reversal.document());
        assertThat(reversal.kept()).isEmpty();
    }

    @Property(tries = 300)
    void whatOthersWroteBetweenTwoPatchesStays(
            @ForAll("documents") TomlDocument original,
            @ForAll("documents") TomlDocument patch,
            @ForAll("documents") TomlDocument foreign,
            @ForAll("documents") TomlDocument later) {
        TomlDocument patched = patched(original, patch);
        TomlTable theirs = renamed(foreign.root());
        TomlDocument found = patched(patched, theirs);
        TomlDocument left = patched(found, later);

        FileRecord record = FileRecord.changed("f", original, patched).extended(found, left);

        assertThat(record.revert(left).document().root())
                .isEqualTo(patched(original, theirs).root());
    }

    @Property(tries = 300)
    void valuesThatOthersReplacedStay(
            @ForAll("documents") TomlDocument original,
            @ForAll("documents") TomlDocument patch,
            @ForAll("documents") TomlDocument foreign) {
        TomlDocument patched = patched(original, patch);
        TomlDocument current = patched(patched, foreign);

        Reversal reversal = FileRecord.changed("f", original, patched).revert(current);

        for (Change change : new Comparison(patched.root(), current.root()).changes()) {
            Optional<TomlValue> now = reversal.document().root().find(change.key());
            boolean isTable =
                    Changes.after(change).isPresent() && Changes.after(change).get() instanceof TomlTable;
            boolean isArray =
                    Changes.after(change).isPresent() && Changes.after(change).get() instanceof TomlArray;
            if (!isTable && !isArray) {
                assertThat(now).isEqualTo(Changes.after(change));
            }
        }
        for (KeptChange kept : reversal.kept()) {
            assertThat(reversal.document().find(kept.key())).isEqualTo(kept.present());
        }
    }

    @Property(tries = 250)
    void aCommentOfOthersStays(
            @ForAll("documents") TomlDocument original,
            @ForAll("documents") TomlDocument patch,
            @ForAll @IntRange(max = 30) int line) {
        TomlDocument patched = patched(original, patch);
        TomlDocument current = withComment(patched, line);

        Reversal reversal = FileRecord.changed("f", original, patched).revert(current);

        assertThat(reversal.document().text()).contains(COMMENT.strip());
        for (KeptChange kept : reversal.kept()) {
            // A comment between the tables of an array could only stay without the tables around it.
            assertThat(kept.present().orElseThrow()).isInstanceOf(TomlArray.class);
            assertThat(kept.reason()).isEqualTo(KeptChange.Reason.IN_THE_WAY);
        }
        if (reversal.kept().isEmpty()) {
            assertThat(withoutHollow(reversal.document().root())).isEqualTo(withoutHollow(original.root()));
        }
    }

    @Property(tries = 200)
    void aRecordIsReadAsItWasWritten(
            @ForAll("documents") TomlDocument before,
            @ForAll("documents") TomlDocument after,
            @ForAll("documents") TomlDocument other) {
        PatchRecord record = PatchRecord.EMPTY
                .with(FileRecord.changed("/etc/a \"b\".toml", before, after))
                .with(FileRecord.created("c", other));

        PatchRecord read = PatchRecord.read(record.document());

        assertThat(read.document()).isEqualTo(record.document());
        for (FileRecord file : record.files()) {
            FileRecord same = read.file(file.path()).orElseThrow();
            assertThat(same.before()).isEqualTo(file.before());
            assertThat(same.after()).isEqualTo(file.after());
            assertThat(same.created()).isEqualTo(file.created());
        }
    }

    private static TomlDocument patched(TomlDocument document, TomlDocument fragment) {
        return patched(document, fragment.root());
    }

    private static TomlDocument patched(TomlDocument document, TomlTable fragment) {
        try {
            return Merger.apply(document, ConfigPatch.of(fragment)).document();
        } catch (EditConflictException e) {
            Assume.that(false);
            throw e;
        }
    }

    /** The same tables with other keys in them, and no table without a key. */
    private static TomlTable renamed(TomlTable table) {
        TomlTable.Builder renamed = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (!(entry.getValue() instanceof TomlTable inner)) {
                renamed.put(entry.getKey() + "9", entry.getValue());
            } else if (!Trees.isHollow(inner)) {
                renamed.put(entry.getKey(), renamed(inner));
            }
        }
        return renamed.build();
    }

    private static TomlTable withoutHollow(TomlTable table) {
        TomlTable.Builder full = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (!(entry.getValue() instanceof TomlTable inner)) {
                full.put(entry.getKey(), entry.getValue());
            } else if (!Trees.isHollow(inner)) {
                full.put(entry.getKey(), withoutHollow(inner));
            }
        }
        return full.build();
    }

    private static TomlDocument withComment(TomlDocument document, int line) {
        Lines lines = new Lines(document);
        int at = Math.min(line, lines.count());
        Assume.that(at > 0 && lines.get(at - 1).endsWith("\n"));
        String text = lines.join(0, at) + COMMENT + lines.join(at, lines.count());
        try {
            TomlDocument commented = TomlDocument.parse(text);
            Assume.that(commented.root().equals(document.root()));
            Assume.that(isComment(commented, lines.start(at)));
            return commented;
        } catch (TomlSyntaxException e) {
            Assume.that(false);
            throw e;
        }
    }

    /** Whether the line is no part of an array, where it is a comment too, but one within a value. */
    private static boolean isComment(TomlDocument document, int offset) {
        return document.entries().stream()
                .noneMatch(entry -> document.spanOf(entry.key())
                        .filter(span -> span.start() < offset && offset < span.end())
                        .isPresent());
    }
}
