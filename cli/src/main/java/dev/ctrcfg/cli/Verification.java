// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.Revision;
import dev.ctrcfg.io.Template;
import dev.ctrcfg.model.SecondReader;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A revision whose outcome others read before it counts. */
final class Verification implements Revision<CommandFailure> {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Revision<CommandFailure> revision;
    private final String name;
    private final Optional<String> containerd;
    private final Console console;
    private Optional<byte[]> before = Optional.empty();
    private byte[] after = {};

    Verification(Revision<CommandFailure> revision, String name, Optional<String> containerd, Console console) {
        this.revision = revision;
        this.name = name;
        this.containerd = containerd;
        this.console = console;
    }

    @Override
    public byte[] revise(Optional<byte[]> content) throws IOException, CommandFailure {
        before = content;
        after = revision.revise(content);
        return after;
    }

    @Override
    public void verify(Path candidate) throws IOException, CommandFailure {
        revision.verify(candidate);
        boolean template = Template.isTemplate(name, after);
        askSecondReader(template);
        if (containerd.isPresent() && template) {
            note("not shown to " + containerd.get() + ", because it is a template");
        } else if (containerd.isPresent()) {
            askContainerd(containerd.get(), candidate);
        }
    }

    @Override
    public void beforeWrite() throws IOException, CommandFailure {
        revision.beforeWrite();
    }

    private void askSecondReader(boolean template) throws CommandFailure {
        TomlDocument now = parse(template, after);
        Optional<String> refusal = SecondReader.refusal(now);
        if (refusal.isEmpty()) {
            Optional<Key> key = SecondReader.disagreement(now);
            if (key.isPresent()) {
                throw refusal("a second reader understands " + key.get() + " otherwise; nothing was written");
            }
        } else if (before.isPresent()
                && SecondReader.refusal(parse(template, before.get())).isPresent()) {
            note("no second reader read it, because that one cannot read the file as it was: " + refusal.get());
        } else {
            throw refusal("a second reader cannot read the new text; nothing was written: " + refusal.get());
        }
    }

    private TomlDocument parse(boolean template, byte[] content) throws CommandFailure {
        try {
            return TomlDocument.parse(template ? Template.of(name, content).readable() : content);
        } catch (TomlSyntaxException e) {
            throw CommandFailure.of(name, e);
        }
    }

    private void askContainerd(String program, Path candidate) throws IOException, CommandFailure {
        List<String> command = List.of(program, "--config", candidate.toString(), "config", "dump");
        ExternalProgram.Result result = ExternalProgram.run(LIMIT, command);
        if (!result.succeeded()) {
            throw refusal(program + " refuses the new text; nothing was written: " + Secrets.mask(result.complaint()));
        }
        note("the config dump of " + program + " accepts it, which proves little: no setting of the CRI plugin is"
                + " checked there");
    }

    private CommandFailure refusal(String message) {
        return CommandFailure.of(name + ": error: " + message);
    }

    private void note(String message) {
        console.err().print(Terminal.escape(name + ": note: " + message) + "\n");
    }
}
