// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentParserTest {

    private static final Option<Boolean> QUIET = Option.flag("--quiet").shortName("-q");
    private static final Option<Boolean> CHECK = Option.flag("--check").shortName("-c");
    private static final Option<String> OUTPUT =
            text("--output").shortName("-o").orElse("text");
    private static final Option<String> SET = text("--set").repeatable();
    private static final Option<String> PATCH = text("--patch").repeatable();
    private static final Option<Integer> BACKUP =
            Option.value("--backup", "N", Integer::valueOf).optionalValue("1");
    private static final Positional<String> KEY =
            Positional.of("KEY", (Converter<String>) text -> text).required();
    private static final Positional<String> FILES =
            Positional.of("FILE", (Converter<String>) text -> text).repeatable();
    private static final CommandTable TABLE = CommandTable.of("x", "Does x.")
            .positional(KEY)
            .positional(FILES)
            .options(QUIET, CHECK, OUTPUT, SET)
            .group("More", PATCH, BACKUP)
            .build();

    private static Option<String> text(String name) {
        return Option.value(name, "TEXT", text -> text);
    }

    private static Arguments parse(String... args) throws UsageException {
        return ArgumentParser.parse(TABLE, args);
    }

    private static void refuses(String message, String... args) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(args))
                .withMessage(message);
    }

    @Test
    void takesAValueBehindABlankAnEqualsSignOrALetter() throws UsageException {
        assertThat(parse("k", "--output", "json").get(OUTPUT)).isEqualTo("json");
        assertThat(parse("k", "--output=json").get(OUTPUT)).isEqualTo("json");
        assertThat(parse("k", "--output=").get(OUTPUT)).isEmpty();
        assertThat(parse("k", "-o", "json").get(OUTPUT)).isEqualTo("json");
        assertThat(parse("k", "-ojson").get(OUTPUT)).isEqualTo("json");
        assertThat(parse("k", "-o=json").get(OUTPUT)).isEqualTo("json");
    }

    @Test
    void hasTheDefaultOfWhatIsNotGiven() throws UsageException {
        Arguments arguments = parse("k");

        assertThat(arguments.get(OUTPUT)).isEqualTo("text");
        assertThat(arguments.has(OUTPUT)).isFalse();
        assertThat(arguments.find(BACKUP)).isEmpty();
        assertThat(arguments.all(SET)).isEmpty();
    }

    @Test
    void takesLettersTogether() throws UsageException {
        Arguments arguments = parse("-qcojson", "k");

        assertThat(arguments.has(QUIET)).isTrue();
        assertThat(arguments.has(CHECK)).isTrue();
        assertThat(arguments.get(OUTPUT)).isEqualTo("json");
    }

    @Test
    void keepsTheCommonOrderOfDifferentOptions() throws UsageException {
        List<String> plan = new ArrayList<>();
        for (Given<?> given :
                parse("k", "--patch", "a", "--set", "b=1", "--patch=c").given()) {
            given.as(PATCH).ifPresent(patch -> plan.add("patch " + patch));
            given.as(SET).ifPresent(set -> plan.add("set " + set));
        }

        assertThat(plan).containsExactly("patch a", "set b=1", "patch c");
    }

    @Test
    void takesAnOptionalValueOnlyBehindAnEqualsSign() throws UsageException {
        assertThat(parse("--backup", "k").get(BACKUP)).isEqualTo(1);
        assertThat(parse("--backup", "k").get(KEY)).isEqualTo("k");
        assertThat(parse("--backup=5", "k").get(BACKUP)).isEqualTo(5);
    }

    @Test
    void takesEverythingBehindTwoDashesAsItIs() throws UsageException {
        assertThat(parse("--", "--output", "-q", "--").all(FILES)).containsExactly("-q", "--");
        assertThat(parse("k", "-").all(FILES)).containsExactly("-");
    }

    @Test
    void takesAValueThatStartsWithADash() throws UsageException {
        assertThat(parse("k", "--set", "-1").all(SET)).containsExactly("-1");
        assertThat(parse("k", "--set", "-").all(SET)).containsExactly("-");
    }

    @Test
    void saysThatAValueIsMissing() {
        refuses("missing value TEXT of --set", "k", "--set");
        refuses("missing value TEXT of --set", "k", "--set", "--quiet");
        refuses("missing argument: KEY");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        refuses("unknown option: '--ouptut'; did you mean --output?", "--ouptut=json");
        refuses("unknown option: '--qiet'; did you mean --quiet?", "--qiet");
        refuses("unknown option: '--something-else'", "--something-else");
        refuses("unknown option: '-x'", "-qx");
    }

    @Test
    void refusesWhatFitsNowhere() {
        refuses("option --output may be given only once", "-o", "a", "-o", "b");
        refuses("option --quiet takes no value", "--quiet=yes");
        refuses("invalid value for --backup: For input string: \"x\"", "--backup=x");
    }

    @Test
    void asksForNothingElseWhereHelpIsWanted() throws UsageException {
        assertThat(parse("--help").has(CommandTable.HELP)).isTrue();
        assertThat(parse("k", "-h", "--no-such-thing").has(CommandTable.HELP)).isTrue();
    }
}
