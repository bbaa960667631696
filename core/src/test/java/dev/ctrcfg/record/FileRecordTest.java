// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import org.junit.jupiter.api.Test;

class FileRecordTest {

    private static final TomlDocument ORIGINAL = TomlDocument.parse("""
            version = 2 # as ever
            imports = ["/etc/containerd/conf.d/*.toml"]

            [plugins."io.containerd.grpc.v1.cri".containerd]
              # runc is good enough
              default_runtime_name = 'runc'

            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
              runtime_type = "io.containerd.runc.v2"

            [proxy_plugins]
            """);

    private static final TomlDocument PATCHED = patched(ORIGINAL, """
            imports = ["/etc/containerd/conf.d/*.toml", "/opt/kata.toml"]
            [plugins."io.containerd.grpc.v1.cri".containerd]
            default_runtime_name = "kata"
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata.options]
            ConfigPath = "/opt/kata/configuration.toml"
            """);

    private static final FileRecord RECORD = FileRecord.changed("config.toml", ORIGINAL, PATCHED);

    @Test
    void anUntouchedFileGetsItsBytesBack() {
        assertThat(RECORD.revert(PATCHED).document()).isEqualTo(ORIGINAL);
    }

    @Test
    void linesOfOthersStayWhereTheyAre() {
        String theirs = "\n[plugins.\"io.containerd.grpc.v1.cri\".registry]\n  config_path = \"/certs\" # theirs\n";

        Reversal reversal = RECORD.revert(TomlDocument.parse(PATCHED.text() + theirs));

        assertThat(reversal.document().text()).isEqualTo(ORIGINAL.text() + theirs);
        assertThat(reversal.kept()).isEmpty();
    }

    @Test
    void anotherItemOfAnArrayStays() {
        TomlDocument current = edited("\"/opt/kata.toml\"]", "\"/opt/kata.toml\", \"/opt/theirs.toml\"]");

        Reversal reversal = RECORD.revert(current);

        assertThat(reversal.document().text())
                .isEqualTo(ORIGINAL.text().replace("*.toml\"]", "*.toml\", \"/opt/theirs.toml\"]"));
    }

    @Test
    void aValueThatSomebodyReplacedIsReportedAndStays() {
        TomlDocument current = edited("default_runtime_name = 'kata'", "default_runtime_name = \"runsc\"");
        Key name = Key.parse("plugins.\"io.containerd.grpc.v1.cri\".containerd.default_runtime_name");

        Reversal reversal = RECORD.revert(current);

        assertThat(reversal.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.key()).isEqualTo(name);
            assertThat(kept.reason()).isEqualTo(KeptChange.Reason.NOT_OURS);
        });
        assertThat(reversal.document().text())
                .isEqualTo(
                        ORIGINAL.text().replace("default_runtime_name = 'runc'", "default_runtime_name = \"runsc\""));
    }

    @Test
    void aTableOfOursWithAKeyOfOthersStays() {
        TomlDocument current =
                edited("io.containerd.kata.v2\"\n", "io.containerd.kata.v2\"\n  snapshotter = \"zfs\"\n");

        TomlDocument reverted = RECORD.revert(current).document();

        assertThat(reverted.text())
                .contains("runtimes.kata]\n  snapshotter = \"zfs\"\n")
                .doesNotContain("options");
    }

    @Test
    void aTableOfOursWithACommentOfOthersStays() {
        TomlDocument current = edited("runtimes.kata]\n", "runtimes.kata]\n  # ask Ann before you change this\n");

        TomlDocument reverted = RECORD.revert(current).document();

        assertThat(reverted.text())
                .contains("runtimes.kata]\n  # ask Ann before you change this\n")
                .doesNotContain("kata.v2");
    }

    @Test
    void oneRuntimeGoesAlone() {
        Key kata = Key.parse("plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.kata");

        TomlDocument reverted = RECORD.revert(PATCHED, kata).document();

        assertThat(reverted.contains(kata)).isFalse();
        assertThat(reverted.text()).contains("\"/opt/kata.toml\"").contains("default_runtime_name = 'kata'");
    }

    @Test
    void aRemovedKeyComesBackWithItsComment() {
        Key name = Key.parse("plugins.\"io.containerd.grpc.v1.cri\".containerd.default_runtime_name");
        TomlDocument removed = ORIGINAL.edit().remove(name).document();
        FileRecord record = FileRecord.changed("config.toml", ORIGINAL, removed);

        TomlDocument current = TomlDocument.parse(removed.text() + "[proxy_plugins.x]\n");

        assertThat(record.revert(current).document().text()).isEqualTo(ORIGINAL.text() + "[proxy_plugins.x]\n");
    }

    @Test
    void theVersionOfACreatedFileStaysAsLongAsItIsNeeded() {
        TomlDocument created = TomlDocument.parse("version = 3\nroot = \"/x\"\n");
        FileRecord record = FileRecord.created("config.toml", created);

        assertThat(record.revert(created).leavesNothing()).isTrue();
        Reversal reversal = record.revert(TomlDocument.parse("version = 3\nroot = \"/x\"\nstate = \"/y\"\n"));
        assertThat(reversal.document().text()).isEqualTo("version = 3\nstate = \"/y\"\n");
        assertThat(reversal.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).isEqualTo(KeptChange.Reason.NEEDED));
    }

    @Test
    void aRecordSurvivesItsFile() {
        PatchRecord record = PatchRecord.read(PatchRecord.EMPTY.with(RECORD).document());

        assertThat(record.file("config.toml").orElseThrow().revert(PATCHED).document())
                .isEqualTo(ORIGINAL);
    }

    @Test
    void aFileThatIsBackAtItsStartIsNotRecorded() {
        PatchRecord record = PatchRecord.EMPTY.with(RECORD);

        assertThat(record.with(RECORD.extended(PATCHED, ORIGINAL)).isEmpty()).isTrue();
    }

    @Test
    void somethingElseIsNoRecord() {
        assertThatThrownBy(() -> PatchRecord.read(TomlDocument.parse("version = 2\n")))
                .isInstanceOf(RecordFormatException.class)
                .hasMessage("not a record: it lacks record, an integer");
        assertThatThrownBy(() -> PatchRecord.read(TomlDocument.parse("record = 2\n")))
                .hasMessage("not a usable record: this is a record of format 2, and 1 is the newest that is known");
        String outside = "record = 1\n[[file]]\npath = \"a\"\ncreated = false\nbefore = \"\"\n"
                + "[[file.edit]]\nstart = 0\nend = 9\ntext = \"\"\n";
        assertThatThrownBy(() -> PatchRecord.read(TomlDocument.parse(outside)))
                .hasMessage("not a usable record: the edit leads beyond the text");
    }

    private static TomlDocument edited(String ours, String theirs) {
        assertThat(PATCHED.text()).contains(ours);
        return TomlDocument.parse(PATCHED.text().replace(ours, theirs));
    }

    private static TomlDocument patched(TomlDocument document, String fragment) {
        return Merger.apply(document, ConfigPatch.of("fragment", TomlDocument.parse(fragment)))
                .document();
    }
}
