// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import org.jspecify.annotations.Nullable;

/** Keeps a plugin from loading. */
final class CriFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient @Nullable Written written;

    CriFailure(String id, String text, @Nullable Written written) {
        super(text, null, false, false);
        this.id = id;
        this.written = written;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Remark remark() {
        return Remarks.of(Effect.CRI_NOT_LOADED, id, text(), written);
    }

    /** The same failure in a longer message. */
    CriFailure behind(String prefix) {
        return new CriFailure(id, prefix + text(), written);
    }
}
