// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which values of a configuration are secrets, and how they are kept out of whatever is shown.
 *
 * <p>Secrets are the values of {@code password}, {@code auth}, {@code identitytoken} and {@code registrytoken}, everything
 * below {@code headers} and {@code header}, whatever the case of these names, and user and password in front of the host
 * of an address. {@value Redaction#MASK} is shown instead. An empty string is shown as it is.
 */
public final class Secrets {

    /** Hides the secrets of a document, those in its comments included. */
    public static final Redaction REDACTION = new Redaction() {
        @Override
        public List<Span> hidden(TomlDocument document) {
            return Secrets.spans(document);
        }
    };

    private static final TomlValue MASKED = TomlValue.of(Redaction.MASK);
    private static final List<String> VALUES = List.of("password", "auth", "identitytoken", "registrytoken");
    private static final List<String> TABLES = List.of("headers", "header");

    private Secrets() {}

    /**
     * {@return whether a value at a key is a secret; a table is not one itself, but what is in it may be}
     *
     * @param key the key, from the root of the file on or from any table on
     */
    public static boolean isSecret(Key key) {
        for (int i = 0; i < key.size(); i++) {
            if (key.part(i) instanceof Key.Name name && isAmong(TABLES, name.text())) {
                return true;
            }
        }
        int last = lastName(key);
        return last >= 0 && isAmong(VALUES, key.name(last));
    }

    /** An element of an array is named by the array. */
    private static int lastName(Key key) {
        int last = key.size() - 1;
        while (last >= 0 && key.part(last) instanceof Key.Index) {
            last--;
        }
        return last;
    }

    static boolean isSecretName(String name) {
        return isAmong(VALUES, name) || isAmong(TABLES, name) || name.equalsIgnoreCase("authorization");
    }

    private static boolean isAmong(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return a value with every secret in it replaced}
     *
     * @param key where the value is
     * @param value the value
     */
    public static TomlValue mask(Key key, TomlValue value) {
        return switch (value.type()) {
            case TABLE -> maskTable(key, (TomlTable) value);
            case ARRAY -> maskArray(key, (TomlArray) value);
            default -> maskScalar(key, value);
        };
    }

    /**
     * {@return a configuration with every secret in it replaced}
     *
     * @param root the root table
     */
    public static TomlTable mask(TomlTable root) {
        return maskTable(Key.ROOT, root);
    }

    private static TomlTable maskTable(Key key, TomlTable table) {
        TomlTable.Builder masked = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            masked.put(entry.getKey(), mask(key.child(entry.getKey()), entry.getValue()));
        }
        return masked.build();
    }

    private static TomlArray maskArray(Key key, TomlArray array) {
        List<TomlValue> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            items.add(mask(key.child(i), array.items().get(i)));
        }
        return new TomlArray(items);
    }

    private static TomlValue maskScalar(Key key, TomlValue value) {
        boolean text = value instanceof TomlString;
        if (text && ((TomlString) value).value().isEmpty()) {
            return value;
        }
        if (isSecret(key)) {
            return MASKED;
        }
        return text ? TomlValue.of(maskAddresses(((TomlString) value).value())) : value;
    }

    private static String maskAddresses(String text) {
        return text.contains("://") ? SecretText.mask(text, SecretText.addresses(text)) : text;
    }

    /**
     * {@return a text with every secret in it replaced, as far as lines of the form {@code key = value} tell; for what
     * cannot be read as TOML}
     *
     * @param text any text
     */
    public static String mask(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(start, end);
            out.append(SecretText.mask(line, SecretText.anywhere(line)));
            if (feed >= 0) {
                out.append('\n');
            }
            start = end + 1;
        }
        return out.toString();
    }

    /**
     * {@return a syntax error whose message quotes nothing that stands behind the name of a secret}
     *
     * @param error the error
     */
    public static SyntaxError mask(SyntaxError error) {
        List<int[]> secrets = SecretText.anywhere(error.sourceLine());
        if (secrets.isEmpty()) {
            return error;
        }
        String message = SecretText.maskQuotes(error.message(), error.sourceLine(), secrets);
        return new SyntaxError(
                error.kind(), error.span(), error.position(), message, error.related(), error.sourceLine());
    }

    private static List<Span> spans(TomlDocument document) {
        List<Span> found = new ArrayList<>();
        List<Entry> entries = document.entries();
        for (int i = 0; i < entries.size(); i++) {
            addValue(found, entries.get(i));
        }
        addText(found, document);
        found.sort(null);
        return merged(found);
    }

    private static void addValue(List<Span> found, Entry entry) {
        TomlValue value = entry.value();
        boolean holdsKeys = value instanceof TomlTable;
        boolean empty = value instanceof TomlString string && string.value().isEmpty();
        if (!holdsKeys && !empty && isSecret(entry.key())) {
            found.add(entry.valueSpan());
        }
    }

    /** One byte is one character here, so that places in a line are places in the document. */
    private static void addText(List<Span> found, TomlDocument document) {
        String text = new String(document.bytes(), StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            List<int[]> ranges = SecretText.inComments(text.substring(start, end));
            for (int i = 0; i < ranges.size(); i++) {
                found.add(new Span(start + ranges.get(i)[0], start + ranges.get(i)[1]));
            }
            start = end + 1;
        }
    }

    private static List<Span> merged(List<Span> sorted) {
        List<Span> merged = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            Span span = sorted.get(i);
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.start() <= last.end()) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
