// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.util.Comparator;

/** The order of texts by their bytes in UTF-8, which is that of their code points. */
final class ByBytes implements Comparator<String> {

    static final ByBytes ORDER = new ByBytes();

    private ByBytes() {}

    @Override
    public int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates stand for code points above all others.
                boolean bothOrNone = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothOrNone
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
