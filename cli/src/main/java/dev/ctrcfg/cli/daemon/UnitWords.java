// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of a value in a systemd unit: quotes hold words together.
 *
 * @param words the words, without their quotes
 */
record UnitWords(List<String> words) {

    static UnitWords of(String value) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote == 0 && (c == ' ' || c == '\t')) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return new UnitWords(words);
    }

    /** {@return a value without the quotes around it} */
    static String unquoted(String value) {
        int end = value.length() - 1;
        boolean quoted = end > 0 && value.charAt(0) == value.charAt(end) && "\"'".indexOf(value.charAt(0)) >= 0;
        return quoted ? value.substring(1, end) : value;
    }

    /**
     * {@return the words of a command line with their variables replaced, as systemd does: a word that is a variable
     * becomes the words of its value, <code>${NAME}</code> within a word one text; both are empty if there is no such
     * variable}
     *
     * @param environment the variables
     */
    List<String> expanded(Map<String, String> environment) {
        List<String> expanded = new ArrayList<>();
        for (String word : words) {
            boolean alone = word.length() > 1 && word.charAt(0) == '$' && isName(word.substring(1));
            if (alone) {
                expanded.addAll(
                        of(environment.getOrDefault(word.substring(1), "")).words());
            } else {
                expanded.add(replaced(word, environment));
            }
        }
        return expanded;
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    private static String replaced(String word, Map<String, String> environment) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int end = word.startsWith("${", at) ? word.indexOf('}', at) : -1;
            if (word.startsWith("$$", at) || word.startsWith("%%", at)) {
                out.append(word.charAt(at));
                at += 2;
            } else if (end > 0) {
                out.append(environment.getOrDefault(word.substring(at + 2, end), ""));
                at = end + 1;
            } else {
                out.append(word.charAt(at++));
            }
        }
        return out.toString();
    }
}
