// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Turns YAML into JSON. */
final class YamlText {

    private YamlText() {}

    /**
     * {@return the documents of a YAML stream, each as JSON}
     *
     * @throws IllegalArgumentException if it is not YAML; the message says where
     */
    static List<String> toJson(String yaml) {
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            List<String> documents = new ArrayList<>();
            while (parser.nextToken() != null) {
                documents.add(document(parser));
            }
            return documents;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + ": ";
            throw new IllegalArgumentException(place + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String document(YAMLParser parser) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            int depth = 0;
            do {
                requireNoAlias(parser);
                json.copyCurrentEvent(parser);
                depth += parser.currentToken().isStructStart() ? 1 : 0;
                depth -= parser.currentToken().isStructEnd() ? 1 : 0;
            } while (depth > 0 && parser.nextToken() != null);
        }
        return out.toString();
    }

    /** The parser takes an alias for a string with its name, which nobody means; and resolved ones can grow huge. */
    private static void requireNoAlias(YAMLParser parser) {
        if (parser.isCurrentAlias()) {
            int line = parser.currentTokenLocation().getLineNr();
            int column = parser.currentTokenLocation().getColumnNr();
            throw new IllegalArgumentException(line + ":" + column + ": aliases are not understood");
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
