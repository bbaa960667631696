// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has been said so far. */
final class Remarks {

    private final List<Remark> list = new ArrayList<>();

    /** A remark about something that is written somewhere, or about nothing in particular. */
    static Remark of(Effect effect, String id, String text, @Nullable Written written) {
        Optional<Key> key = written == null ? Optional.empty() : Optional.of(written.key());
        Optional<SourcePlace> place = written == null ? Optional.empty() : Optional.of(written.place());
        return new Remark(effect, text, key, place, Optional.of(id));
    }

    void add(Effect effect, String id, String text, @Nullable Written written) {
        list.add(of(effect, id, text, written));
    }

    void add(Remark remark) {
        list.add(remark);
    }

    void addAll(List<Remark> remarks) {
        list.addAll(remarks);
    }

    void warn(String id, String text, @Nullable Written written) {
        add(Effect.WARNING, id, text, written);
    }

    void ignored(String id, String text, @Nullable Written written) {
        add(Effect.IGNORED, id, text, written);
    }

    List<Remark> list() {
        return list;
    }
}
