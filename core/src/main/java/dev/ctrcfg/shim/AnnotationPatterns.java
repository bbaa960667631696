// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.GoPattern;
import java.util.List;

/**
 * The patterns of {@code pod_annotations} or {@code container_annotations}, which say which annotations reach a runtime.
 *
 * <p>{@code *} stands for any characters but a slash, {@code ?} for one of these, {@code [a-z]} and {@code [^a-z]} for
 * one character of a set, and a backslash takes the meaning from the next character. A pattern covers the whole key, and
 * one that is malformed matches nothing. Source: Go's path.Match, called by containerd's CRI plugin for each annotation
 * (all releases since 1.3).
 *
 * @param patterns the patterns as the file has them
 */
public record AnnotationPatterns(List<String> patterns) {

    /** Copies the list. */
    public AnnotationPatterns {
        patterns = List.copyOf(patterns);
    }

    /**
     * {@return whether an annotation reaches the runtime}
     *
     * @param annotation the annotation's key
     */
    public boolean pass(String annotation) {
        for (String pattern : patterns) {
            if (new GoPattern(pattern).matches(annotation)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return whether a pattern is malformed and so never matches}
     *
     * @param pattern the pattern
     */
    public static boolean isMalformed(String pattern) {
        return !new GoPattern(pattern).isWellFormed();
    }
}
