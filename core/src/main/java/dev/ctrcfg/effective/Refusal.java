// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the loading of a configuration as containerd ends. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    Refusal(Remark remark) {
        super(remark.text(), null, false, false);
        this.remark = remark;
    }

    static Refusal exit(String id, String text, @Nullable Written written) {
        return new Refusal(Remarks.of(Effect.EXIT, id, text, written));
    }

    static Refusal exit(String id, String text, SourcePlace place) {
        return new Refusal(new Remark(Effect.EXIT, text, Optional.empty(), Optional.of(place), Optional.of(id)));
    }

    static Refusal panic(String id, String text, @Nullable Written written) {
        return new Refusal(Remarks.of(Effect.PANIC, id, "panic: " + text, written));
    }

    Remark remark() {
        return remark;
    }
}
