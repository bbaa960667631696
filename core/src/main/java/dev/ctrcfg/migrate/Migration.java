// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import java.util.List;

/**
 * What a migration came to.
 *
 * @param files the files, in the order they were given
 * @param notices what could not be taken over as it was
 */
public record Migration(List<MigratedFile> files, List<Notice> notices) {

    /** Copies the lists. */
    public Migration {
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }

    /** {@return whether any file changed} */
    public boolean changed() {
        return files.stream().anyMatch(MigratedFile::changed);
    }

    /** {@return whether a setting was lost or means something else than before} */
    public boolean isLossy() {
        return notices.stream().anyMatch(Notice::matters);
    }
}
