// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
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
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
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

    private static String document(JsonParser parser) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.copyCurrentStructure(parser);
        }
        return out.toString();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
