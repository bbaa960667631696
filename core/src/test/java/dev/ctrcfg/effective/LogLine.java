// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.util.LinkedHashMap;
import java.util.Map;

/** A line of containerd's log: its fields by name. */
record LogLine(Map<String, String> fields) {

    static LogLine parse(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < line.length()) {
            int equals = line.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = line.substring(at, equals).strip();
            StringBuilder value = new StringBuilder();
            at = value(line, equals + 1, value);
            fields.put(name, value.toString());
        }
        return new LogLine(fields);
    }

    private static int value(String line, int start, StringBuilder out) {
        if (start >= line.length() || line.charAt(start) != '"') {
            int end = line.indexOf(' ', start);
            end = end < 0 ? line.length() : end;
            out.append(line, start, end);
            return end;
        }
        int at = start + 1;
        while (line.charAt(at) != '"') {
            if (line.charAt(at) == '\\') {
                at++;
                out.append(line.charAt(at) == 'n' ? '\n' : line.charAt(at));
            } else {
                out.append(line.charAt(at));
            }
            at++;
        }
        return at + 1;
    }

    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The message, with the key and place of an unknown key. */
    String text() {
        String key = get("key");
        if (key.isEmpty() && !fields.containsKey("key")) {
            return get("msg");
        }
        String place = fields.containsKey("row") ? " at " + get("file") + ":" + get("row") + ":" + get("column") : "";
        return get("msg") + " [" + key + "]" + place;
    }
}
