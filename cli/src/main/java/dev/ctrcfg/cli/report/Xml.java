// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

/** Writes texts as values of attributes of XML. */
final class Xml {

    static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    /** A blank, the name, and the value in quotes. */
    static String attribute(String name, Object value) {
        return " " + name + "=\"" + escaped(value.toString()) + "\"";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.append(c < ' ' || c == '\ufffe' || c == '\uffff' ? '?' : c);
            }
        }
        return out.toString();
    }
}
