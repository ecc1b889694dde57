using Alerts.Extract;
using Alerts.Extract.Languages;

namespace Alerts.Tests.Extract;

public sealed class LanguagePackTests
{
    private const string Small = """
        language: xx
        words:
          function: [la]
        conjugations:
          r: {infinitive: "-", past: ed}
        verbs: [jug|r]
        declensions:
          s: {"-": sg}
        nouns:
          thing: [cas|s]
        triggers:
          - {type: detained, verbs: [jug], case: patient}
        """;

    [Fact]
    public void The_packs_of_the_program_are_sound() =>
        Assert.Equal(["en", "es", "fr", "ru"], LanguagePacks.Load().Languages);

    [Fact]
    public void A_new_language_is_a_file() => Assert.Equal(["xx"], LanguagePacks.Load([("xx.yaml", new StringReader(Small))]).Languages);

    [Theory]
    [InlineData("case: patient}", "case: victim}", "xx.yaml:12", "'victim' is not one of: patient")]
    [InlineData("type: detained", "type: arrested", "xx.yaml:12", "'arrested' is not one of:")]
    [InlineData("verbs: [jug]", "verbs: [jag]", "xx.yaml:12", "'jag' is no verb of this pack")]
    [InlineData("case: patient}", "case: patient, wiht: [a]}", "xx.yaml:12", "unknown key 'wiht'")]
    [InlineData("case: patient}", "case: patient, with: [\"_ la\"]}", "xx.yaml:12", "expected words on both sides of a gap, not '_ la'")]
    [InlineData("jug|r", "jug|q", "xx.yaml:6", "expected stem|conjugation with one of: r")]
    [InlineData("function: [la]", "functions: [la]", "xx.yaml:3", "'functions' is not one of:")]
    [InlineData("language: xx", "tongue: xx", "xx.yaml:1", "expected a key 'language'")]
    [InlineData("[cas|s]", "[cas|s", "xx.yaml:", "not YAML")]
    public void A_mistake_is_told_with_file_and_line(string right, string wrong, string place, string what)
    {
        var text = Small.Replace(right, wrong, StringComparison.Ordinal);

        var e = Assert.Throws<LanguagePackException>(() => LanguagePacks.Load([("xx.yaml", new StringReader(text))]));

        Assert.Contains(place, e.Message, StringComparison.Ordinal);
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_in_a_language_without_a_pack_tells_nothing() =>
        Assert.Empty(Told.Of("Marko Tesin zatrzymano w dniu wczorajszym."));
}
