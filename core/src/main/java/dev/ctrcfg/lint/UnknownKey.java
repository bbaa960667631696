// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/**
 * A key that a release reads over.
 *
 * @param kind why nobody has it
 * @param problem what to say about it
 */
record UnknownKey(Kind kind, Problem problem) {

    /** Why a release has no setting of a name at a place. */
    enum Kind {
        /** Nobody ever had it. */
        UNKNOWN,
        /** It is spelt in another case than the release takes. */
        CASE,
        /** It belongs elsewhere. */
        MISPLACED,
        /** It has another name, and maybe another place, in this version of the file. */
        RENAMED,
        /** Earlier releases had it. */
        REMOVED,
        /** Later releases have it. */
        NOT_YET,
        /** It belongs into a hosts.toml. */
        OF_HOSTS
    }
}
