// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

/**
 * Platforms such as {@code linux/arm64/v8}.
 *
 * <p>Source: {@code Parse} of containerd's package platforms, as far as the characters and the number of parts go.
 */
final class Platforms {

    private static final int MOST_PARTS = 3;

    private Platforms() {}

    static boolean isValid(String platform) {
        int parts = 1;
        int length = 0;
        for (int i = 0; i < platform.length(); i++) {
            char c = platform.charAt(i);
            if (c == '/') {
                if (length == 0) {
                    return false;
                }
                parts++;
                length = 0;
            } else if (isPart(c)) {
                length++;
            } else {
                return false;
            }
        }
        return length > 0 && parts <= MOST_PARTS;
    }

    private static boolean isPart(char c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letter || "_.-()+".indexOf(c) >= 0;
    }
}
