// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Holds documents against schemas. */
final class JsonSchemas {

    private JsonSchemas() {}

    /** {@return what the schema has against the document} */
    static List<String> errors(String schema, String document) {
        Schema parsed =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema, InputFormat.JSON);
        return parsed.validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
