// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.MergeResult;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.profile.BaseTemplate;
import dev.ctrcfg.profile.Profile;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.UnifiedDiff;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What patches make of whatever a file holds. */
final class PatchRevision implements DocumentRevision {

    private static final byte[] NOTHING = {};

    private final FileArgument file;
    private final String name;
    private final List<ConfigPatch> patches;
    private final Merging merging;
    private final Redaction redaction;
    private @Nullable Recorder recorder;
    private List<String> removedRuntimes = List.of();
    private Optional<Profile> profile = Optional.empty();
    private boolean creates;
    private Input input;
    private TomlDocument before = TomlDocument.parse("");
    private MergeResult merged = new MergeResult(before, List.of(), List.of(), List.of());

    /**
     * Makes one.
     *
     * @param file the file
     * @param patches the patches, in order
     * @param merging how they are applied
     * @param redaction what messages do not show
     */
    PatchRevision(FileArgument file, List<ConfigPatch> patches, Merging merging, Redaction redaction) {
        this.file = file;
        this.name = file.inputName();
        this.patches = patches;
        this.merging = merging;
        this.redaction = redaction;
        this.input = Input.of(name, NOTHING);
    }

    /** {@return this revision, for a file of a Kubernetes distribution} */
    PatchRevision of(Optional<Profile> distribution) {
        profile = distribution;
        return this;
    }

    /**
     * {@return this revision, which is recorded before the file changes}
     *
     * @param keeper what records it
     * @param removed the runtimes that the patches remove, of which what is recorded goes exactly
     */
    PatchRevision recordedBy(Recorder keeper, List<String> removed) {
        recorder = keeper;
        removedRuntimes = removed;
        return this;
    }

    @Override
    public byte[] revise(Optional<byte[]> content) throws CommandFailure {
        creates = content.isEmpty();
        if (creates && !merging.creates(file) && newText().length == 0) {
            throw CommandFailure.of(name, new NoSuchFileException(name, null, "no such file"));
        }
        input = Input.of(name, content.orElse(newText()));
        requireEditable();
        before = input.parse();
        merged = merge();
        return input.edited(merged.document(), merged.edits());
    }

    /** A template that is made begins with the base, without which K3s would have an all but empty configuration. */
    private byte[] newText() {
        return profile.isPresent() && name.endsWith(".tmpl")
                ? profile.get().newText().getBytes(StandardCharsets.UTF_8)
                : NOTHING;
    }

    private void requireEditable() throws CommandFailure {
        String path = file.path().toAbsolutePath().normalize().toString();
        Optional<String> objection = profile.isPresent() ? profile.get().objection(path, before()) : Optional.empty();
        if (objection.isPresent() && !merging.isForced()) {
            throw CommandFailure.of(name + ": error: " + objection.get());
        }
    }

    private String before() {
        return new String(input.content(), StandardCharsets.UTF_8);
    }

    private MergeResult merge() throws CommandFailure {
        try {
            TomlDocument start = recorder == null || removedRuntimes.isEmpty()
                    ? before
                    : recorder.without(file.path(), before, removedRuntimes);
            if (!input.extendsBase()) {
                return since(before, start, merging.apply(name, start, patches));
            }
            MergeResult result = since(before, start, merging.applyToPart(name, start, patches));
            ConfigVersion version = ConfigKeys.versionOf(before.root()).orElse(ConfigVersion.V3);
            BaseTemplate.requireNoRepetition(before, result.document(), version);
            return result;
        } catch (EditConflictException e) {
            throw input.failure(before, e, redaction);
        }
    }

    /** The result as seen from a document that something has been taken out of first. */
    private static MergeResult since(TomlDocument before, TomlDocument start, MergeResult result) {
        if (start.equals(before)) {
            return result;
        }
        FileRecord whole = FileRecord.changed("", before, result.document());
        return new MergeResult(result.document(), whole.edits(), whole.changes(), result.notices());
    }

    @Override
    public void beforeWrite() throws CommandFailure {
        if (recorder != null) {
            recorder.record(file.path(), creates ? Optional.empty() : Optional.of(before), merged.document());
        }
    }

    @Override
    public void rolledBack() throws CommandFailure {
        if (recorder != null) {
            recorder.forget();
        }
    }

    @Override
    public String diff(String newName, Redaction hidden) {
        return input.shown(UnifiedDiff.of(name, newName, before, merged.edits(), hidden));
    }

    @Override
    public void addTo(TomlTable.Builder report, Redaction hidden) {
        new PatchReport(hidden).addTo(report, merged.changes(), merging.notices());
    }
}
