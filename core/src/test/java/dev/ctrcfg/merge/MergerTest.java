// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {

    private static MergeResult merge(String document, String... fragments) {
        List<ConfigPatch> patches = new java.util.ArrayList<>();
        for (String fragment : fragments) {
            patches.add(ConfigPatch.of("patch" + (patches.size() + 1) + ".toml", TomlDocument.parse(fragment)));
        }
        return Merger.apply(TomlDocument.parse(document), patches);
    }

    private static void assertConflict(String key, String message, String document, String... fragments) {
        assertThatExceptionOfType(EditConflictException.class)
                .isThrownBy(() -> merge(document, fragments))
                .withMessage(message)
                .satisfies(e -> assertThat(e.key()).isEqualTo(Key.parse(key)));
    }

    @Test
    void addsMissingKeysToAnExistingTable() {
        MergeResult result = merge("[a]\nx = 1 # one\n", "[a]\nx = 1\ny = 2\n");

        assertThat(result.document().text()).isEqualTo("[a]\nx = 1 # one\ny = 2\n");
        assertThat(result.changes()).containsExactly(new Change.Added(Key.parse("a.y"), TomlValue.of(2)));
    }

    @Test
    void replacesValuesThatDiffer() {
        MergeResult result = merge("a = 'x' # why\n", "a = \"y\"\n");

        assertThat(result.document().text()).isEqualTo("a = 'y' # why\n");
        assertThat(result.changes())
                .containsExactly(new Change.Replaced(Key.parse("a"), TomlValue.of("x"), TomlValue.of("y")));
    }

    @Test
    void replacesArraysAsAWhole() {
        MergeResult result = merge("a = [1, 2]\n", "a = [2, 3]\n");

        assertThat(result.document().text()).isEqualTo("a = [2, 3]\n");
    }

    @Test
    void replacesAValueOfAnotherType() {
        assertThat(merge("imports = \"a\"\n", "imports = [\"a\"]\n").document().text())
                .isEqualTo("imports = [\"a\"]\n");
    }

    @Test
    void leavesEqualValuesAsTheyAreSpelled() {
        MergeResult result = merge("a = 0x10\nb = ['x',]\nc = { d = 1.50 }\n", "a = 16\nb = [\"x\"]\nc.d = 1.5\n");

        assertThat(result.changed()).isFalse();
        assertThat(result.edits()).isEmpty();
        assertThat(result.changes()).isEmpty();
    }

    @Test
    void addsTablesInTheOrderOfTheFragment() {
        MergeResult result = merge("", "[b]\ny = 1\nx = 2\n[b.c]\nz = 3\n[a]\nw = 4\n");

        assertThat(result.document().text()).isEqualTo("[b]\ny = 1\nx = 2\n\n[b.c]\nz = 3\n\n[a]\nw = 4\n");
        assertThat(result.changes())
                .extracting(change -> change.key().toString())
                .containsExactly("b.y", "b.x", "b.c.z", "a.w");
    }

    @Test
    void putsAKeyBehindATableInTheFragmentAboveItsHeader() {
        assertThat(merge("", "a = {}\nb = 1\n").document().text()).isEqualTo("b = 1\n\n[a]\n");
        assertThat(merge("[p]\nx = 1\n", "[p.a]\nz = 1\n[p]\ny = 2\n")
                        .document()
                        .text())
                .isEqualTo("[p]\nx = 1\ny = 2\n\n[p.a]\nz = 1\n");
    }

    @Test
    void replacesATableInAnArrayOfTablesByAValue() {
        assertThat(merge("[[a]]\n[a.b]\nc = 1\n", "[[a]]\nb = 1\n").document().text())
                .isEqualTo("[[a]]\nb = 1\n");
    }

    @Test
    void createsAnEmptyTable() {
        MergeResult result = merge("[a]\nx = 1\n", "[a.b]\n");

        assertThat(result.document().find(Key.parse("a.b"))).contains(TomlTable.EMPTY);
        assertThat(result.changes()).containsExactly(new Change.Added(Key.parse("a.b"), TomlTable.EMPTY));
    }

    @Test
    void leavesATableThatIsEmptyInTheFragmentOnly() {
        assertThat(merge("[a]\nx = 1\n", "[a]\n").changed()).isFalse();
    }

    @Test
    void changesNothingTheSecondTime() {
        String fragment = "a = 1\n[b.c]\nd = [{ e = 1 }]\n[b.f]\n";
        MergeResult first = merge("a = 2\n", fragment);

        MergeResult second = merge(first.document().text(), fragment);

        assertThat(first.changed()).isTrue();
        assertThat(second.changed()).isFalse();
        assertThat(second.document()).isEqualTo(first.document());
    }

    @Test
    void letsTheLaterFragmentCount() {
        MergeResult result = merge("a = 1\n", "a = 2\nb = 2\n", "a = 1\nb = 3\n[c]\nd = 4\n");

        assertThat(result.document().text()).isEqualTo("a = 1\nb = 3\n\n[c]\nd = 4\n");
        assertThat(result.changes())
                .extracting(change -> change.key().toString())
                .containsExactly("b", "c.d");
    }

    @Test
    void neverWritesTheVersionOfAFragment() {
        assertThat(merge("version = 2\n", "version = 2\n").changed()).isFalse();
        assertThat(merge("", "version = 1\n").changed()).isFalse();
        assertThat(merge("version = 0\n", "version = 1\n").changed()).isFalse();
    }

    @Test
    void writesAVersionBelowATable() {
        assertThat(merge("[a]\n", "[a]\nversion = 2\n").changed()).isTrue();
    }

    @Test
    void refusesAFragmentForAnotherVersionIfItIsNotToBeTranslated() {
        assertOtherVersion("version is 2 here, and 3 in a patch:1:1", "version = 2\n", "version = 3\n");
        assertOtherVersion(
                "no version is stated here, which means 1, and 2 in a patch:2:1",
                "root = '/'\n",
                "# kata\nversion = 2\n");
    }

    private static void assertOtherVersion(String message, String document, String fragment) {
        ConfigPatch patch = ConfigPatch.of("a patch", TomlDocument.parse(fragment));
        MergeOptions options = MergeOptions.DEFAULTS.withoutTranslation();

        assertThatExceptionOfType(EditConflictException.class)
                .isThrownBy(() -> Merger.apply(TomlDocument.parse(document), List.of(patch), options))
                .withMessage(message)
                .satisfies(e -> assertThat(e.key()).isEqualTo(Key.of("version")));
    }

    @Test
    void refusesAValueAgainstATable() {
        assertConflict("a", "a is a table here, and an integer in patch1.toml:2:1", "[a]\n", "\na = 1\n");
        assertConflict("a.b", "a.b is a table here, and an array in patch1.toml:2:2", "a.b.c = 1\n", "[a]\n b = []\n");
    }

    @Test
    void refusesATableAgainstAValue() {
        assertConflict("a", "a is a string here, and a table in patch1.toml:1:2", "a = 'x'\n", "[a]\nb = 1\n");
        assertConflict("a", "a is an array of tables here, and a table in patch1.toml:1:2", "[[a]]\n", "[a]\nb = 1\n");
    }

    @Test
    void refusesAnArrayOfTablesAgainstAnythingButAnArray() {
        assertConflict("a", "a is an array of tables here, and a float in patch1.toml:1:1", "[[a]]\n", "a = 1.5\n");
        assertThat(merge("[[a]]\nb = 1\n", "a = []\n").document().text()).isEqualTo("a = []\n");
    }

    @Test
    void refusesFragmentsThatContradictEachOther() {
        assertConflict(
                "a.b",
                "a.b is a table in patch1.toml:1:4, and a boolean in patch3.toml:2:1",
                "",
                "[a.b]\nc = 1\n",
                "[d]\n",
                "[a]\nb = true\n");
    }

    @Test
    void namesThePlaceOfAConflict() {
        TomlDocument document = TomlDocument.parse("x = 1\n[a]\n");
        ConfigPatch patch = ConfigPatch.of(TomlTable.builder().put("a", 1).build());

        assertThatExceptionOfType(EditConflictException.class)
                .isThrownBy(() -> Merger.apply(document, patch))
                .withMessage("a is a table here, and an integer in the patch")
                .satisfies(e -> assertThat(e.span().map(document::text)).contains("a"));
    }

    @Test
    void mergesIntoAnInlineTable() {
        assertThat(merge("a = { b = 1 }\n", "[a]\nc = 2\n").document().text()).isEqualTo("a = { b = 1, c = 2 }\n");
    }
}
