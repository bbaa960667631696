// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule says about a place, in words that hold for every release it says it of. */
record Problem(Spot spot, String message, Optional<Severity> severity, Optional<Fix> fix) {

    /** The same with another severity than the rule's. */
    Problem as(Severity other) {
        return new Problem(spot, message, Optional.of(other), fix);
    }

    Problem fixedBy(Optional<Fix> edit) {
        return new Problem(spot, message, severity, edit);
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Problem problem
                && spot.equals(problem.spot)
                && message.equals(problem.message)
                && severity.equals(problem.severity)
                && fix.equals(problem.fix);
    }

    @Override
    public int hashCode() {
        return 31 * spot.hashCode() + message.hashCode();
    }
}
