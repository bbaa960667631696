// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the daemon, and everything there is to say about it.
 *
 * @param outcome the outcome; the worst one that a remark brings about
 * @param remarks what the release says and does silently, in the order of its doing so
 */
public record Verdict(Outcome outcome, List<Remark> remarks) {

    /** Copies the list. */
    public Verdict {
        remarks = List.copyOf(remarks);
    }

    /**
     * {@return the verdict that remarks amount to}
     *
     * @param remarks the remarks
     */
    static Verdict of(List<Remark> remarks) {
        Outcome worst = Outcome.LOADS;
        for (Remark remark : remarks) {
            Outcome outcome = remark.effect().outcome();
            worst = outcome.compareTo(worst) > 0 ? outcome : worst;
        }
        return new Verdict(worst, remarks);
    }

    /** {@return the remark that the outcome comes from; empty if the daemon loads} */
    public Optional<Remark> cause() {
        if (outcome == Outcome.LOADS) {
            return Optional.empty();
        }
        for (Remark remark : remarks) {
            if (remark.effect().outcome() == outcome) {
                return Optional.of(remark);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the remarks of one kind}
     *
     * @param effect the kind
     */
    public List<Remark> remarks(Effect effect) {
        List<Remark> found = new ArrayList<>();
        for (Remark remark : remarks) {
            if (remark.effect() == effect) {
                found.add(remark);
            }
        }
        return List.copyOf(found);
    }
}
