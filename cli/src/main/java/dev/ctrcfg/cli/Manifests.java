// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the RuntimeClasses in manifests of Kubernetes, be they YAML or JSON, one by one or in lists. */
final class Manifests {

    private static final String KIND = "RuntimeClass";
    private static final String GROUP = "node.k8s.io/";

    /**
     * A RuntimeClass of a manifest.
     *
     * @param name its name
     * @param handler the runtime that it leads to
     * @param line the line with the handler, from 1
     */
    record Reference(String name, String handler, int line) {}

    /** What is known so far of an object that is being read. */
    private static final class Draft {
        private String apiVersion = "";
        private String kind = "";
        private String name = "";
        private String handler = "";
        private int line;
    }

    private final JsonParser parser;
    private final List<Reference> references = new ArrayList<>();

    private Manifests(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * {@return the RuntimeClasses of a file, in order}
     *
     * @param name what messages call the file
     * @param content its bytes
     */
    static List<Reference> read(String name, byte[] content) throws CommandFailure {
        String text = new String(content, StandardCharsets.UTF_8);
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            Manifests manifests = new Manifests(parser);
            while (parser.nextToken() != null) {
                manifests.value("");
            }
            return manifests.references;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw CommandFailure.of(name + place + ": error: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw CommandFailure.of(name, e);
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** Reads a value where a manifest may be: a document, or an item of a list. */
    private void value(String field) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            manifest();
        } else if (parser.currentToken() == JsonToken.START_ARRAY && field.equals("items")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value("");
            }
        } else {
            parser.skipChildren();
        }
    }

    private void manifest() throws IOException {
        Draft draft = new Draft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "apiVersion" -> draft.apiVersion = text();
                case "kind" -> draft.kind = text();
                case "metadata" -> within(draft);
                case "handler" -> handler(draft);
                case "spec" -> within(draft);
                default -> value(field);
            }
        }
        if (draft.kind.equals(KIND) && draft.apiVersion.startsWith(GROUP)) {
            references.add(new Reference(draft.name, draft.handler, draft.line));
        }
    }

    private void within(Draft draft) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> draft.name = text();
                case "runtimeHandler" -> handler(draft);
                default -> parser.skipChildren();
            }
        }
    }

    private void handler(Draft draft) throws IOException {
        draft.line = parser.currentTokenLocation().getLineNr();
        draft.handler = text();
    }

    private String text() throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }
}
