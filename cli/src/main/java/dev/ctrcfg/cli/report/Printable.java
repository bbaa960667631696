// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

/** Keeps what comes from files from steering a terminal. */
final class Printable {

    private Printable() {}

    /** The text with a question mark for everything that is not to be seen, but for tabs. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c) && c != '\t'
                    || c >= '\u2028' && c <= '\u202e'
                    || c >= '\u2066' && c <= '\u2069';
            out.append(steers ? '?' : c);
        }
        return out.toString();
    }
}
