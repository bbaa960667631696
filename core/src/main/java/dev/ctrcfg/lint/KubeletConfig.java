// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import java.util.Optional;

/**
 * What a linter looks at in a kubelet's configuration.
 *
 * @param cgroupDriver the field {@code cgroupDriver}, {@code systemd} or {@code cgroupfs}; the kubelet's default is
 *     {@code cgroupfs}
 */
public record KubeletConfig(String cgroupDriver) {

    private static final String FIELD = "cgroupDriver";

    /**
     * {@return the configuration in a file of the kubelet}
     *
     * @param text the file, in YAML or JSON; only a {@code cgroupDriver} on a line of its own, or anywhere in JSON, is
     *     seen
     */
    public static KubeletConfig parse(String text) {
        return new KubeletConfig(driver(text).orElse("cgroupfs"));
    }

    private static Optional<String> driver(String text) {
        for (int at = text.indexOf(FIELD); at >= 0; at = text.indexOf(FIELD, at + 1)) {
            int colon = text.indexOf(':', at);
            boolean commented = text.lastIndexOf('#', at) > text.lastIndexOf('\n', at);
            if (colon >= 0 && !commented) {
                String word = word(text, colon + 1);
                if (!word.isEmpty()) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    private static String word(String text, int from) {
        int start = from;
        while (start < text.length() && " \t\"'".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
