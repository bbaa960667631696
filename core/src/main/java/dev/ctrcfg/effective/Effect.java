// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

/** What kind of thing a release says or does about a place in its configuration. */
public enum Effect {
    /** It logs a warning. */
    WARNING,
    /** It logs, or hands to its warning service, that something is deprecated. */
    DEPRECATION,
    /** It logs that no setting has this key, and reads over it. */
    UNKNOWN_KEY,
    /** It does not use the value and says nothing about it. */
    IGNORED,
    /** Its CRI plugin does not load. */
    CRI_NOT_LOADED,
    /** It ends with an error message. */
    EXIT,
    /** It ends with a stack trace of Go. */
    PANIC;

    /** {@return what becomes of the daemon} */
    public Outcome outcome() {
        return switch (this) {
            case WARNING, DEPRECATION, UNKNOWN_KEY, IGNORED -> Outcome.LOADS;
            case CRI_NOT_LOADED -> Outcome.CRI_NOT_LOADED;
            case EXIT -> Outcome.EXITS;
            case PANIC -> Outcome.PANICS;
        };
    }
}
