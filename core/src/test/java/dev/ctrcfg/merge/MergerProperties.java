// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.testing.Documents;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MergerProperties {

    @Provide
    Arbitrary<TomlDocument> documents() {
        return Documents.documents().map(TomlDocument::parse);
    }

    @Provide
    Arbitrary<TomlDocument> documentsOfWindows() {
        return Documents.documents()
                .map(text -> (text + "\n# the end\n").replace("\r\n", "\n").replace("\n", "\r\n"))
                .map(TomlDocument::parse);
    }

    @Property
    void theResultMeansTheSumOfBoth(
            @ForAll("documents") TomlDocument document, @ForAll("documents") TomlDocument fragment) {
        Optional<TomlTable> sum = sum(document.root(), fragment.root());

        if (sum.isEmpty()) {
            assertThatExceptionOfType(EditConflictException.class).isThrownBy(() -> merge(document, fragment));
        } else {
            assertThat(merge(document, fragment).document().root()).isEqualTo(sum.get());
        }
    }

    @Property
    void theSecondTimeNothingChanges(
            @ForAll("documents") TomlDocument document, @ForAll("documents") TomlDocument fragment) {
        MergeResult first = mergeOrSkip(document, fragment);

        MergeResult second = merge(first.document(), fragment);

        assertThat(second.edits()).isEmpty();
        assertThat(second.changes()).isEmpty();
        assertThat(second.document()).isEqualTo(first.document());
    }

    @Property
    void aDocumentIsUnchangedByItself(@ForAll("documents") TomlDocument document) {
        assertThat(merge(document, document).edits()).isEmpty();
    }

    @Property
    void onlyReplacedValuesLoseTheirBytes(
            @ForAll("documents") TomlDocument document, @ForAll("documents") TomlDocument fragment) {
        MergeResult result = mergeOrSkip(document, fragment);
        List<Span> replaced = new ArrayList<>();
        for (Change change : result.changes()) {
            if (change instanceof Change.Replaced values) {
                // The tables of an array stand where they will, with comments between them.
                Assume.that(!isArrayOfTables(values.old().value()));
                document.spanOf(change.key()).ifPresent(replaced::add);
            }
        }

        for (TextEdit edit : result.edits()) {
            assertThat(edit.span().length() == 0 || replaced.stream().anyMatch(r -> r.contains(edit.span())))
                    .as("%s removes %s", edit, document.text(edit.span()))
                    .isTrue();
        }
        assertThat(document.apply(result.edits())).isEqualTo(result.document());
    }

    @Property
    void otherValuesKeepTheirSpelling(
            @ForAll("documents") TomlDocument document, @ForAll("documents") TomlDocument fragment) {
        MergeResult result = mergeOrSkip(document, fragment);
        Set<Key> changed = new HashSet<>();
        result.changes().forEach(change -> changed.add(change.key()));

        for (Key key : leaves(Key.ROOT, document.root())) {
            if (!changed.contains(key)) {
                assertThat(spelling(result.document(), key)).isEqualTo(spelling(document, key));
            }
        }
    }

    @Property
    void lineEndsStayOfOneKind(
            @ForAll("documentsOfWindows") TomlDocument document, @ForAll("documents") TomlDocument fragment) {
        String text = mergeOrSkip(document, fragment).document().text();

        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    private static MergeResult merge(TomlDocument document, TomlDocument fragment) {
        return Merger.apply(document, ConfigPatch.of("fragment", fragment));
    }

    private static MergeResult mergeOrSkip(TomlDocument document, TomlDocument fragment) {
        Assume.that(sum(document.root(), fragment.root()).isPresent());
        return merge(document, fragment);
    }

    /** What the two mean together, or nothing if they contradict each other. */
    private static Optional<TomlTable> sum(TomlTable one, TomlTable other) {
        TomlTable sum = one;
        for (Map.Entry<String, TomlValue> entry : other.entries().entrySet()) {
            TomlValue present = one.entries().get(entry.getKey());
            TomlValue value = entry.getValue();
            if (present instanceof TomlTable a && value instanceof TomlTable b) {
                Optional<TomlTable> inner = sum(a, b);
                if (inner.isEmpty()) {
                    return inner;
                }
                value = inner.get();
            } else if (present instanceof TomlTable || (present != null && value instanceof TomlTable)) {
                return Optional.empty();
            } else if (isArrayOfTables(present) && !(value instanceof TomlArray)) {
                return Optional.empty();
            }
            sum = sum.with(entry.getKey(), value);
        }
        return Optional.of(sum);
    }

    private static boolean isArrayOfTables(@Nullable TomlValue value) {
        return value instanceof TomlArray array
                && array.size() > 0
                && array.items().stream().allMatch(TomlTable.class::isInstance);
    }

    private static List<Key> leaves(Key key, TomlTable table) {
        List<Key> leaves = new ArrayList<>();
        table.entries().forEach((name, value) -> {
            if (value instanceof TomlTable inner) {
                leaves.addAll(leaves(key.child(name), inner));
            } else {
                leaves.add(key.child(name));
            }
        });
        return leaves;
    }

    private static Optional<String> spelling(TomlDocument document, Key key) {
        return document.spanOf(key).map(document::text);
    }
}
