// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds secrets in text that need not be TOML: comments, and files with a syntax error. */
final class SecretText {

    // No lambda: it would make a class while a patch is shown.
    private static final Comparator<int[]> BY_START = new Comparator<>() {
        @Override
        public int compare(int[] a, int[] b) {
            return Integer.compare(a[0], b[0]);
        }
    };

    private final String line;
    private final List<int[]> found = new ArrayList<>();

    private SecretText(String line) {
        this.line = line;
    }

    /** The stretches of a line that hold secrets, as pairs of start and end, if its comments are looked at alone. */
    static List<int[]> inComments(String line) {
        SecretText text = new SecretText(line);
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            text.assignment(i + 1);
        }
        text.addresses();
        return text.found;
    }

    /** The stretches of a text that hold user and password in front of a host. */
    static List<int[]> addresses(String text) {
        SecretText found = new SecretText(text);
        found.addresses();
        return found.found;
    }

    /** The stretches of a line that hold secrets, as pairs of start and end, whatever the line is. */
    static List<int[]> anywhere(String line) {
        SecretText text = new SecretText(line);
        for (int i = 0; i < line.length(); i++) {
            char before = i == 0 ? '\n' : line.charAt(i - 1);
            if (isNameChar(line.charAt(i)) && !isNameChar(before)) {
                text.assignment(i);
            }
        }
        text.addresses();
        return text.found;
    }

    /** The text with every secret replaced by the mask. */
    static String mask(String text, List<int[]> ranges) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int[] range : ranges) {
            if (range[1] > at) {
                out.append(text, at, Math.max(at, range[0])).append(Redaction.MASK);
                at = range[1];
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /** A message about a line in which words that stand in secrets of the line are replaced by the mask. */
    static String maskQuotes(String message, String line, List<int[]> secrets) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start < message.length()) {
            int blank = message.indexOf(' ', start);
            int end = blank < 0 ? message.length() : blank;
            String word = message.substring(start, end);
            out.append(start == 0 ? "" : " ").append(isQuoteOf(word, line, secrets) ? Redaction.MASK : word);
            start = end + 1;
        }
        return out.toString();
    }

    /** Whether a word comes from a secret: it is quoted, a number, or an escape sequence; no other words do. */
    private static boolean isQuoteOf(String word, String line, List<int[]> secrets) {
        boolean quoted = word.length() > 2 && word.startsWith("'") && word.endsWith("'");
        String text = quoted ? word.substring(1, word.length() - 1) : word;
        boolean spelt = quoted || text.indexOf('\\') >= 0 || !text.isEmpty() && isDigit(text.charAt(text.length() - 1));
        for (int i = 0; i < secrets.size() && spelt; i++) {
            if (line.substring(secrets.get(i)[0], secrets.get(i)[1]).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Looks for {@code key = value} from a place on; all behind the sign counts as the value. */
    private void assignment(int from) {
        int equals = line.indexOf('=', from);
        if (equals < 0 || isEmptyString(equals + 1) || !namesSecret(from, equals)) {
            return;
        }
        int value = skipBlanks(equals + 1);
        if (value < line.length()) {
            found.add(new int[] {value, line.length()});
        }
    }

    /** Words with blanks between them are prose and no dotted key. */
    private boolean namesSecret(int from, int to) {
        String key = line.substring(from, to).strip();
        int start = 0;
        for (int i = 0; i <= key.length(); i++) {
            char c = i == key.length() ? '.' : key.charAt(i);
            if (c == ' ' || c == '\t') {
                return false;
            }
            if (!isNameChar(c)) {
                if (Secrets.isSecretName(key.substring(start, i))) {
                    return key.indexOf(' ', i) < 0;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private boolean isEmptyString(int from) {
        String rest = line.substring(from).strip();
        return rest.equals("\"\"") || rest.equals("''");
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Addresses with a user and a password in front of the host. */
    private void addresses() {
        for (int i = line.indexOf("://"); i >= 0; i = line.indexOf("://", i + 1)) {
            int[] credentials = credentials(line, i + 3);
            if (credentials.length > 0) {
                found.add(credentials);
            }
        }
        found.sort(BY_START);
    }

    /** Start and end of what stands in front of {@code @} in an address; an empty array if nothing does. */
    private static int[] credentials(String text, int from) {
        int at = -1;
        for (int i = from; i < text.length() && !endsAuthority(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                at = i;
            }
        }
        return at > from ? new int[] {from, at} : new int[0];
    }

    private static boolean endsAuthority(char c) {
        return c == '/' || c == '"' || c == '\'' || c == '?' || c <= ' ';
    }

    private static boolean isNameChar(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
