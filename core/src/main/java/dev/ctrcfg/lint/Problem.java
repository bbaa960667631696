// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import java.util.Optional;

/** What a rule says about a place, in words that hold for every release it says it of. */
record Problem(Spot spot, String message, Optional<Severity> severity, Optional<Fix> fix) {

    /** The same with another severity than the rule's. */
    Problem as(Severity other) {
        return new Problem(spot, message, Optional.of(other), fix);
    }

    Problem fixedBy(Optional<Fix> edit) {
        return new Problem(spot, message, severity, edit);
    }
}
